import type { BundlePreview, CaseView } from '../../../preload/contract';
import { clock, count, day, size } from '../../texts/figures';
import { useWords } from '../../texts/use-words';

/** How many values of each kind are replaced. */
export const Replaced = ({ preview }: { preview: BundlePreview }) => {
  const words = useWords();
  const counted = preview.redactions.filter((one) => one.count > 0);
  return (
    <section>
      <h3>{words.say('bundle.counts')}</h3>
      {counted.length === 0 ? (
        <p className="text2">{words.say('bundle.nothingReplaced')}</p>
      ) : (
        <dl className="replaced">
          {counted.map((one) => (
            <div key={one.kind}>
              <dd className="figures">{count(one.count, words.language)}</dd>
              <dt>{words.first([`bundle.kind_${one.kind}`], {}, one.kind)}</dt>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
};

export const EarlierBundles = ({ bundles }: { bundles: CaseView['bundles'] }) => {
  const words = useWords();
  const { language } = words;
  if (bundles.length === 0) return null;
  return (
    <section>
      <h3>{words.say('bundle.earlier')}</h3>
      <ul>
        {bundles.map((one) => (
          <li key={`${one.name} ${one.at}`} className="earlier">
            <code className="wrap">{one.name}</code>
            <span className="text2 small">
              {day(one.at, language)}, {clock(one.at, language, false)}, {size(one.bytes, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
