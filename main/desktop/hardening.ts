import { app, type Session, type WebContents } from 'electron';
import { isOurs } from './address';

/** Switches that must be set before `ready`: nothing in Chromium shall open a connection of its own. */
export const limitChromium = (): void => {
  app.enableSandbox();
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-sync', 'no-proxy-server']) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch('dns-prefetch-disable');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
};

const prevent = (event: { preventDefault(): void }): void => event.preventDefault();

/** No new window, no navigation, no webview, whatever the page tries. Frames too (CVE-2020-15174). */
const confine = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', prevent);
  contents.on('will-frame-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
};

/** Confines every contents that will ever be made, ours included. */
export const confineContents = (): void => {
  app.on('web-contents-created', (_event, contents) => confine(contents));
};

/** The one permission of the page: writing plain text to the clipboard, for "copy command". */
const ALLOWED = 'clipboard-sanitized-write';

const refusePermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === ALLOWED));
  session.setPermissionCheckHandler((_contents, permission) => permission === ALLOWED);
  session.setDevicePermissionHandler(() => false);
};

/** Unpackaged, the developer tools load themselves from `devtools:`; packaged they do not exist. */
const mayLoad = (address: string, packaged: boolean): boolean =>
  isOurs(address) || address.startsWith('blob:app://bundle/') || (!packaged && address.startsWith('devtools:'));

/** Refuses permissions, downloads and every request that is not for our own page. */
export const hardenSession = (session: Session, packaged: boolean): void => {
  refusePermissions(session);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, packaged) }));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
};
