import { useWords } from '../../texts/use-words';

/** The lines of a block as they will be typed; empty ones are shown as such, several in a row as one. */
export const Block = ({ lines }: { lines: readonly string[] }) => {
  const words = useWords();
  const shown: { at: number; line: string; times: number }[] = [];
  lines.forEach((line, at) => {
    const last = shown.at(-1);
    if (line === '' && last?.line === '') last.times += 1;
    else shown.push({ at, line, times: 1 });
  });
  return (
    <ol className="collect-block mono">
      {shown.map(({ at, line, times }) =>
        line === '' ? (
          <li key={at} className="text3">
            {words.say('collect.empty', { count: times })}
          </li>
        ) : (
          <li key={at}>
            <code>{line}</code>
          </li>
        ),
      )}
    </ol>
  );
};
