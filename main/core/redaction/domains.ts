/** Last labels of names that stand in texts without a hint that they are names: countries, common ones, private ones. */
const KNOWN_ENDS = new Set(
  `ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf
  cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg
  gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp
  kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne
  nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk
  sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn
  vu wf ws ye yt za zm zw
  com net org edu gov mil int info biz name pro aero coop museum mobi jobs travel tel cat asia post arpa
  app dev cloud online site tech store shop blog xyz top club email systems network services solutions group company
  agency bank insurance media news health care university global international legal consulting energy finance hospital
  gmbh ltd limited inc berlin hamburg koeln london paris swiss wien bzh corsica eus amsterdam nrw bayern
  local lan corp home internal intranet intern localdomain private priv test example ad dom domain office mgmt`.split(
    /\s+/,
  ),
);

/** File endings that are countries too: `main.py`. Only as a name of two parts. */
const FILE_ENDS = new Set(['py', 'sh', 'md', 'so', 'rs', 'ps']);

/** Names of the vendor and of software say nothing about the customer. */
const PUBLIC = /(?:^|\.)(?:cisco\.com|ironport\.com|senderbase\.org|openssl\.org|openssh\.com|libssh\.org|ssh\.com)$/;

/** Second labels under a country that stand for everybody: `example.co.uk`. */
const SHARED = new Set('co com org net ac gov edu or ne go gob gouv gv mil sch nhs'.split(' '));

const PSEUDONYM = /\.invalid$|^the\.|^localhost(?:\.|$)/;

/** Names that stay: pseudonyms, the destinations that AsyncOS itself calls `the.…host`, the vendor's own. */
export const isForAll = (name: string): boolean => PSEUDONYM.test(name) || PUBLIC.test(name);

/** Whether a dotted name found in running text is one of a machine or a domain, and not of a file or a version. */
export const looksLikeHost = (name: string, before: string): boolean => {
  const labels = name.split('.');
  const end = labels.at(-1) ?? '';
  if (labels.length === 2 && (FILE_ENDS.has(end) || /[^/]\/$/.test(before))) return false;
  return KNOWN_ENDS.has(end) && labels.slice(0, -1).some((label) => label.length > 1 && /\p{L}/u.test(label));
};

/** How many labels at the end belong to the one who registered the name. */
const registered = (labels: readonly string[]): number => {
  const [end = '', second = ''] = [...labels].reverse();
  return labels.length > 2 && end.length === 2 && SHARED.has(second) ? 3 : 2;
};

/** `a.b.example.co.uk` → machine labels `a`, `b` and domain `example.co.uk`. */
export const partsOf = (name: string): { readonly labels: readonly string[]; readonly domain: string } => {
  const labels = name.split('.');
  const tail = registered(labels);
  return { labels: labels.slice(0, -tail), domain: labels.slice(-tail).join('.') };
};
