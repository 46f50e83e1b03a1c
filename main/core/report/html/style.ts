/** Every letter that could end a CSS string or a style element becomes its code (CSS Syntax 3, section 4.3.7). */
const inCss = (text: string): string =>
  [...text.replace(/\s+/g, ' ')]
    .map((letter) => (/[A-Za-z0-9 ]/.test(letter) ? letter : `\\${(letter.codePointAt(0) ?? 0xfffd).toString(16)} `))
    .join('');

const SCREEN = `
:root{--text:#1D1B18;--text2:#524E47;--text3:#676258;--act:#1F55C4;--ok:#176B3A;--bad:#B1241C;--warn:#855400;
--line:#E0DCD4;--strong:#847E73;--code:#FAF9F6;--bad-bg:#FBEAE8;color-scheme:light}
*{box-sizing:border-box}
html{background:#fff;color:var(--text);font:13px/19px Inter,"Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif;
-webkit-text-size-adjust:100%;font-variant-numeric:tabular-nums}
body{max-width:1048px;margin:0 auto;padding:20px 24px 40px}
header,footer{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:center;color:var(--text2)}
header{padding-bottom:14px;border-bottom:2px solid var(--text)}
header strong{color:var(--text);font-weight:600}
header .naming{margin-left:auto;border:1px solid var(--strong);border-radius:4px;padding:2px 8px;color:var(--text);font-weight:500;font-size:12px}
footer{margin-top:0;padding-top:14px;border-top:2px solid var(--text);font-size:12px}
footer .verify{margin-left:auto}
section{display:grid;grid-template-columns:150px minmax(0,1fr);gap:0 36px;padding:18px 0;border-top:1px solid var(--line)}
header+main>section:first-child{border-top:0}
section>h2{margin:0;font-size:13px;line-height:19px;font-weight:600}
section>h2 small{display:block;font-weight:400;font-size:12.5px;line-height:18px;color:var(--text3);margin-top:2px;overflow-wrap:anywhere}
section>div{min-width:0}
h1{margin:-4px 0 0;font-size:27px;line-height:34px;font-weight:600;letter-spacing:-.018em;text-wrap:pretty}
h1 .lead{color:var(--bad)}h1 .lead.ok{color:var(--ok)}h1 .lead.open{color:var(--text2)}
h1+p{margin-top:10px}
.facts{margin:8px 0 0;color:var(--text2);max-width:72ch}.repair{margin:6px 0 0;font-weight:600;max-width:80ch}
ol.faults{margin:12px 0 0;padding:0;list-style:none;counter-reset:fault}ol.faults li{counter-increment:fault;display:flex;gap:12px;margin:0 0 6px;font-size:18px;line-height:25px;font-weight:600;letter-spacing:-.01em}
ol.faults li::before{content:counter(fault);color:var(--bad)}
h3{margin:0 0 2px;font-size:13px;line-height:19px;font-weight:600}
.pair{margin-top:18px}h3+.pair{margin-top:2px}
.pair>p{margin:0 0 8px;color:var(--text2);max-width:80ch}
.between{font-weight:600;margin:0 0 2px}
.claim{margin:0 0 12px;break-inside:avoid}
.claim-head{display:flex;flex-wrap:wrap;gap:0 16px;align-items:baseline;justify-content:space-between}
.claim-head h4{margin:0;font-size:13px;line-height:19px;font-weight:600}
.claim-head h4 b{display:inline-block;min-width:18px;font-weight:600}
.against{color:var(--warn);font-weight:500}
a{color:var(--act);text-decoration:none;overflow-wrap:anywhere}a:hover,a:focus{text-decoration:underline}
a:focus-visible{outline:2px solid var(--act);outline-offset:2px}
code,pre,.mono{font-family:"JetBrains Mono","Cascadia Mono",Consolas,"DejaVu Sans Mono",ui-monospace,monospace;font-variant-ligatures:none;font-size:11.5px;line-height:17px}
.quote{margin:4px 0 0;padding:6px 0;border:1px solid var(--line);border-radius:6px;background:var(--code);overflow:hidden}
.quote div{display:grid;grid-template-columns:52px minmax(0,1fr);gap:10px;padding:1px 12px 1px 0;background:var(--bad-bg)}
.quote.by div{background:none}
.quote div+div{margin-top:1px}
.quote .number{text-align:right;color:var(--text3);user-select:none}
.quote .text{white-space:pre-wrap;overflow-wrap:anywhere}
.what-if{margin:0 0 12px;break-inside:avoid}.what-if h4{margin:0;font-size:13px;line-height:19px;font-weight:600;overflow-wrap:anywhere}
.what-if ul{margin:2px 0 0;padding:0 0 0 18px;color:var(--text2);max-width:80ch;overflow-wrap:anywhere}
.proves{margin:4px 0 0;color:var(--text3);font-size:12px;line-height:17px}
table{width:100%;border-collapse:collapse;font-size:12.5px;line-height:18px}
th{text-align:left;font-weight:500;color:var(--text3);padding:0 14px 5px 0;vertical-align:bottom}
td{padding:6px 14px 6px 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
table.plain tr:first-child td{border-top:0;padding-top:0}
thead td{border-top:0;padding-top:0}th:last-child,td:last-child{padding-right:0}
td.name{font-weight:600}
td .sub{display:block;color:var(--text3);font-weight:400}
.tag{display:inline-block;border:1px solid var(--strong);border-radius:4px;padding:0 7px;font-size:11.5px;line-height:18px;white-space:nowrap}
.tag.changes{background:var(--text);border-color:var(--text);color:#fff}
u{text-decoration:underline;text-decoration-color:var(--act);text-underline-offset:2px}
.legend{display:flex;flex-wrap:wrap;gap:4px 22px;margin:8px 0 0;padding:0;list-style:none;font-size:12px;color:var(--text2)}
.legend svg{vertical-align:-3px;margin-right:6px}
.drawing svg{display:block;max-width:100%;height:auto}
.print-only{display:none}
.notes{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;font:inherit}
.empty{margin:0;color:var(--text2)}
ul.symptoms{margin:0 0 10px;padding-left:18px}
.w-tag{width:86px}.w-time{width:74px;white-space:nowrap}.w-to{width:190px}.w-left{width:230px}.w-command{width:180px}.w-where{width:112px}.w-name{width:33%}.w-place{width:25%}
@media (max-width:760px){section{grid-template-columns:minmax(0,1fr)}section>h2{margin-bottom:8px}header .naming,footer .verify{margin-left:0}h1{font-size:22px;line-height:28px}}
`;

const PRINT = `
@media print{
:root{--text:#000;--text2:#000;--text3:#000;--act:#000;--ok:#000;--bad:#000;--warn:#000;--line:#999;--strong:#000;--code:#fff;--bad-bg:#fff}
html{font-size:9pt;line-height:12.5pt}
body{max-width:none;margin:0;padding:0}
header{display:none}
section{display:block;padding:9pt 0;border-top:.75pt solid #000}
main>section:first-child{border-top:0;padding-top:0}
section>h2{font-size:10.5pt;line-height:14pt;margin-bottom:4pt;break-after:avoid}
section>h2 small{display:inline;font-size:9pt;margin-left:8pt}
h1{font-size:16pt;line-height:20pt}
ol.faults li{font-size:12pt;line-height:16pt}
h3,.claim-head h4,.pair>p{font-size:9pt;line-height:12.5pt}
h3,.claim-head,.between{break-after:avoid}
.short{break-inside:avoid}
code,pre,.mono{font-size:8pt;line-height:11pt}
.quote{border:0;border-left:2.5pt solid #000;border-radius:0;padding:0}
.quote.by{border-left-width:.75pt}
.quote div{grid-template-columns:34pt minmax(0,1fr);padding:0}
.quote .mono{font-size:7.5pt;line-height:10.5pt}.quote.for .text{font-weight:700}
.proves,.legend,td .sub{font-size:8pt;line-height:11pt}
table{font-size:8.5pt;line-height:11.5pt}thead{display:table-header-group}tr{break-inside:avoid}
td{padding:2.5pt 10pt 2.5pt 0;border-top:.5pt solid #999}th{padding-bottom:2pt;font-weight:600}
.w-to{width:118pt}.w-left{width:128pt}.w-time{width:44pt}.w-tag{width:52pt}.w-command{width:104pt}.w-where{width:80pt}
.tag{font-size:8pt;line-height:11pt;border:.75pt solid #000}
.tag.changes{background:#fff;color:#000;border-width:1.5pt;font-weight:700}
a{color:#000}
u{text-decoration-style:dotted;text-decoration-color:#000}
.screen-only{display:none}.print-only{display:block}
.drawing svg{width:170mm}
footer{font-size:8pt;border-top:.75pt solid #000;padding-top:6pt}
}
`;

/** The style sheet. Head and foot of each printed page say whose report it is; their texts cannot leave their strings. */
export const styleOf = (head: {
  readonly left: string;
  readonly right: string;
  readonly naming: string;
  readonly page: string;
}): string => {
  const font = 'font:7.5pt Inter,"Segoe UI",system-ui,Arial,sans-serif;color:#000';
  const page = [
    '@page{margin:20mm 20mm 18mm}',
    `@page{@top-left{content:"${inCss(head.left)}";${font}}@top-right{content:"${inCss(head.right)}";${font}}`,
    `@bottom-left{content:"${inCss(head.naming)}";${font}}`,
    `@bottom-right{content:"${inCss(head.page)} " counter(page) " / " counter(pages);${font}}}`,
  ].join('\n');
  return `${SCREEN}${PRINT}${page}\n`;
};
