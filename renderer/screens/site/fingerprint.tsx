import { fingerprintGroups } from '../../derive/facts';

const placed = (value: string, unlike: string | undefined) => {
  const other = unlike === undefined ? null : fingerprintGroups(unlike);
  return fingerprintGroups(value).map((group, at) => ({ at, group, differs: other !== null && other[at] !== group }));
};

/** A fingerprint in groups of four; where it differs from another one, the groups are marked. */
export const Fingerprint = ({ value, label, unlike }: { value: string; label: string; unlike?: string }) => (
  <figure className="fingerprint mono" aria-label={`${label}: ${value}`}>
    <span className="text2">SHA256:</span>
    {placed(value, unlike).map(({ at, group, differs }) =>
      differs ? <mark key={at}>{group}</mark> : <span key={at}>{group}</span>,
    )}
  </figure>
);
