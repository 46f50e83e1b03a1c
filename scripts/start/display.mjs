/** @returns {boolean} whether a window can be shown: always on macOS and Windows, elsewhere when X or Wayland says so */
export const hasDisplay = () => {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '');
};

/** Chromium's sandbox does not start for root on Linux, and the app is never started without it. */
export const isRootOnLinux = () => process.platform === 'linux' && process.getuid?.() === 0;
