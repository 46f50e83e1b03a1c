/** The keys that exist beside lines: Control-C, Control-] (telnet's escape), a space for the pager, Enter alone. */
export const INTERRUPT = '\x03';
export const ESCAPE = '\x1d';
export const PAGE = ' ';
export const ENTER = '\n';
const KEYS: readonly string[] = [INTERRUPT, ESCAPE, PAGE, ENTER];

/**
 * Words that change an appliance, its mail or its cluster, or that leave what only reads. Sources: asyncos-cli.md
 * sections 4 to 6. They are in no entry of the allow-list; here they are refused again, where bytes leave.
 */
export const FORBIDDEN: ReadonlySet<string> = new Set(
  [
    'commit clear clearchanges reset resetconfig resetcounters reload revert reboot shutdown poweroff',
    'suspend suspenddel suspendlistener suspendlisteners suspendtransfers',
    'resume resumedel resumelistener resumelisteners resumetransfers pause',
    'delete deleterecipients bouncerecipients redirectrecipients delivernow rollovernow dnsflush deletedb flush',
    'saveconfig loadconfig mailconfig publishconfig settime settz setgateway passwd password passphrase',
    'upgrade updatenow techsupport supportrequest diagnostic clusterset clustercheck clustermode setttymode',
    'new add edit setup join prepjoin removemachine addgroup setgroup renamegroup deletegroup setname',
    'disconnect reconnect enable disable import',
  ]
    .join(' ')
    .split(' '),
);

/** Commands ending in `config` open menus that can change things: only these whole lines exist. */
const CONFIG_LINES: ReadonlySet<string> = new Set([
  'interfaceconfig',
  'sslconfig',
  'logconfig',
  'listenerconfig',
  'applianceconfig',
  'applianceconfig list',
  'clusterconfig list',
  'clusterconfig connstatus',
]);

const LONGEST_LINE = 512;
/**
 * Plain words, then at most one pair of quotes for an expression. `;` separates commands on one line, so it exists
 * nowhere, nor do backslash, back tick and single quote. Source: asyncos-cli.md section 3, one-shot commands.
 */
const LINE = /^[A-Za-z0-9:][\w .:/@%+,=!-]*(?:"[!#-&(-:<-[\]-_a-~ ]+"[\w .:/@%+,=!-]*)?\n$/;

const wordsOutsideQuotes = (line: string): string[] =>
  line
    .replace(/"[^"]*"/g, ' ')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/**
 * Whether these bytes may leave for an appliance: one of four keys, or one line of plain characters without a
 * forbidden word. Everything the dialogue sends passes here, whatever the allow-list said before.
 */
export const mayLeave = (bytes: string): boolean => {
  if (KEYS.includes(bytes)) return true;
  if (bytes.length > LONGEST_LINE || !LINE.test(bytes)) return false;
  const words = wordsOutsideQuotes(bytes);
  if (words.some((word) => FORBIDDEN.has(word))) return false;
  return words.some((word) => /^\w+config$/.test(word)) ? CONFIG_LINES.has(words.join(' ')) : true;
};
