import type { Site } from '../model';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const filesOf = ({ materials, appliances }: Site): string[] => [
  ...materials,
  ...appliances.flatMap(({ auth, materials: own }) => [
    ...own.logs,
    ...(own.config === null ? [] : [own.config]),
    ...own.cli.map((one) => one.file),
    ...own.transcripts,
    ...own.captures,
    ...(auth?.kind === 'key' ? [auth.key] : []),
  ]),
];

const folderOf = (path: string): string => path.replace(/[^/\\]*$/, '');

const shared = (left: string, right: string): string => {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return folderOf(left.slice(0, length));
};

/** A folder of one level (`/tmp/`, `C:\`) says nothing. */
const says = (folder: string): boolean => folder.split(/[/\\]/).length > 3 || /^[/\\]{2}/.test(folder);

export interface FolderRule {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** The laptop's own folders tell who sits there and what the customer is called; file names below them stay. */
export const laptopFolders = (site: Site): readonly FolderRule[] => {
  const folders = filesOf(site).map(folderOf).filter(says);
  const [first, ...rest] = folders;
  const common = first === undefined ? '' : rest.reduce(shared, first);
  const all = [...(says(common) ? [common] : []), ...(says(common) ? [] : [...new Set(folders)])];
  return [
    ...all
      .sort((left, right) => right.length - left.length)
      .map((folder) => ({ pattern: new RegExp(escaped(folder), 'g'), instead: '' })),
    { pattern: /(?<![\w~])\/(?:home|Users)\/[^/\s"']+/g, instead: '~' },
    { pattern: /(?<!\w)[A-Za-z]:\\Users\\[^\\\s"']+/g, instead: '~' },
  ];
};
