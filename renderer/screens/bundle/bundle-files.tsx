import type { BundlePreview } from '../../../preload/contract';
import { count, size } from '../../texts/figures';
import { useWords, type Words } from '../../texts/use-words';

const aboutOf = (path: string, words: Words): string => {
  const name = path.split('/').at(-1) ?? path;
  const kind = path.startsWith('evidence/') ? 'evidence' : name.replaceAll('.', '-');
  return words.first([`bundle.file.${kind}`], {}, '');
};

const File = ({ file }: { file: BundlePreview['files'][number] }) => {
  const words = useWords();
  const { language } = words;
  const replaced =
    file.replaced === 0
      ? ''
      : words.say('bundle.replaced', { count: file.replaced, figure: count(file.replaced, language) });
  const about = [aboutOf(file.path, words), replaced].filter((part) => part !== '').join(', ');
  return (
    <li className="bundle-file">
      <code className="wrap">{file.path}</code>
      <span className="text2 small">{about}</span>
      <span className="text3 figures bundle-size">{size(file.bytes, language)}</span>
    </li>
  );
};

/** Every file with its size and how many values in it are replaced. */
export const BundleFiles = ({ preview }: { preview: BundlePreview }) => {
  const words = useWords();
  const bytes = preview.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <section aria-label={words.say('bundle.whatGoesIn')}>
      <div className="section-head">
        <h2>{words.say('bundle.whatGoesIn')}</h2>
        <span className="text2">
          {words.say('bundle.total', { size: size(bytes, words.language), count: preview.files.length })}
        </span>
      </div>
      <ul className="bundle-files">
        {preview.files.map((file) => (
          <File key={file.path} file={file} />
        ))}
      </ul>
    </section>
  );
};
