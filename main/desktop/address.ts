export const SCHEME = 'app';
export const START_PAGE = 'app://bundle/index.html';

/** True for addresses of our own page; Node calls the origin of `app:` "null", so scheme and host are compared. */
export const isOurs = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === 'bundle' && username === '' && password === '';
};
