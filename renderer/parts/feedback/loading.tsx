import { Glyph } from '../status/glyph';
import './feedback.css';

/** Says what is being waited for; rows that may follow are hairlines. */
export const Loading = ({ text, rows = 3 }: { text: string; rows?: number }) => (
  <div className="loading" role="status">
    <p className="text2">
      <Glyph name="arc" tone="act" /> {text}
    </p>
    {Array.from({ length: rows }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: hairlines are all alike
      <div key={index} className="hairline" aria-hidden="true" />
    ))}
  </div>
);
