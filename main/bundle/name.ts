/** Letters, digits and single dashes; what a file name takes on every system. */
const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .toLowerCase();

export interface Named {
  readonly serviceRequest: string | null;
  readonly site: string;
  readonly at: Date;
  readonly pseudonymised: boolean;
}

/**
 * `SR690000123_cpq-doctor_example-bank_20261124T2040Z_with-names.zip`: sorts by case and time, and says whether the
 * names in it are real (description of the domain, section 7).
 */
export const bundleName = ({ serviceRequest, site, at, pseudonymised }: Named): string => {
  const request = slug(serviceRequest ?? '');
  const moment = `${at.toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}Z`;
  const parts = [
    request === '' ? '' : `SR${request.replace(/^sr-?/, '')}`,
    'cpq-doctor',
    slug(site) || 'site',
    moment,
    pseudonymised ? 'pseudonymised' : 'with-names',
  ];
  return `${parts.filter((part) => part !== '').join('_')}.zip`;
};
