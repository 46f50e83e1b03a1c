/** Why a key file is of no use; each is a problem's code. */
export type KeyTrouble =
  | 'key-cut'
  | 'key-damaged'
  | 'key-format-unsupported'
  | 'key-not-private'
  | 'key-passphrase-missing'
  | 'key-passphrase-wrong'
  | 'key-too-costly'
  | 'key-type-unsupported'
  | 'key-unreadable';

/** `key` is an unencrypted text that ssh2 signs with; `params` name formats and types, never anything of the key. */
export type KeyReading =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly why: KeyTrouble; readonly params: Readonly<Record<string, string>> };

export const no = (why: KeyTrouble, params: Readonly<Record<string, string>> = {}): KeyReading => ({
  ok: false,
  why,
  params,
});
