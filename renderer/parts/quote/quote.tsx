import './quote.css';

export interface QuotedLine {
  line: number | null;
  text: string;
  decisive: boolean;
}

interface Props {
  lines: readonly QuotedLine[];
  label: string;
  /** Whether the decisive line is bad news. */
  bad?: boolean;
}

/** Lines as they stand in the source, with their real numbers; the decisive one is marked. */
export const Quote = ({ lines, label, bad }: Props) => (
  <figure className="quote" aria-label={label}>
    {lines.map((one, index) => (
      <div
        // biome-ignore lint/suspicious/noArrayIndexKey: a quote is shown whole or not at all
        key={index}
        className={`quoted-line ${one.decisive ? 'decisive' : ''} ${bad === true ? 'bad' : ''}`}
      >
        <span className="quoted-number figures">{one.line ?? ''}</span>
        <code className="wrap">{one.text}</code>
      </div>
    ))}
  </figure>
);
