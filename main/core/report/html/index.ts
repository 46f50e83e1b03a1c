import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64Of } from '../../redaction';
import type { Words } from '../../texts';
import type { ReportInput } from '../input';
import { type ReportView, reportView } from '../view';
import { causeHtml, repairHtml } from './cause';
import { environmentHtml, findingsHtml, footprintHtml, notesHtml } from './lists';
import { html, type Markup, raw } from './markup';
import { pathHtml } from './path';
import { type Write, writerFor } from './pseudonyms';
import { styleOf } from './style';

const headline = ({ verdict }: ReportView, write: Write): Markup => {
  const [first = '', ...more] = verdict.sentences;
  if (more.length > 0)
    return html`<h1><span class="lead ${verdict.tone}">${verdict.label}.</span></h1><ol class="faults">${verdict.sentences.map((one) => html`<li><span>${write(one)}</span></li>`)}</ol>`;
  const [, lead = first, rest = ''] = /^([\s\S]+?[.!?])(\s[\s\S]*)$/.exec(first) ?? [];
  return html`<h1><span class="lead ${verdict.tone}">${write(lead)}</span>${write(rest)}</h1>`;
};

const verdictHtml = (view: ReportView, words: Words, write: Write): Markup => html`
<section class="short"><h2>${words.say('report:section.verdict')}<small>${view.verdict.label}</small></h2>
<div>${headline(view, write)}
<p class="facts">${write(view.verdict.facts)}</p>
${view.timeToLoss.map((line) => html`<p class="facts">${write(line)}</p>`)}
${view.verdict.repair === null ? null : html`<p class="repair">${words.say('report:repairLine')} ${write(view.verdict.repair)}</p>`}</div></section>`;

const body = (view: ReportView, input: ReportInput, words: Words): Markup => {
  const write = writerFor(input.pseudonyms);
  const section = (key: string) => words.say(`report:section.${key}`);
  return html`<header><strong>${words.say('report:title')}</strong>
${view.serviceRequest === '' ? null : html`<span>SR ${write(view.serviceRequest)}</span>`}<span>${write(view.site)}</span>
<span>${words.say('report:made', { at: view.made })}</span><span class="naming">${view.naming}</span></header>
<main>${verdictHtml(view, words, write)}
<section class="short"><h2>${section('path')}<small>${words.say('report:asKnown')}</small></h2>
<div>${pathHtml(input.drawing, words)}</div></section>
${view.enabling.map(
  ({ title, lines }) => html`<section><h2>${write(title)}</h2>
<div><ul class="symptoms">${lines.map((line) => html`<li>${write(line)}</li>`)}</ul></div></section>`,
)}
${view.causes.map((cause, index) => causeHtml(cause, index + 1, words, write))}
${repairHtml(view.causes, words, write)}
${findingsHtml(section('follows'), view.follows, 'place', words, write)}
${findingsHtml(section('over'), view.over, 'place', words, write)}
${findingsHtml(section('ruledOut'), view.ruledOut, 'place', words, write)}
${findingsHtml(section('notChecked'), view.notChecked, 'cheapest', words, write)}
${footprintHtml(view, words, write)}${environmentHtml(view, words, write)}${notesHtml(view, words, write)}</main>
<footer><span>${words.say('report:foot', { version: input.toolVersion, zone: input.zone })}</span>
<span class="verify mono">cpq-doctor bundle verify</span></footer>`;
};

/**
 * The report as one self-contained page: no script, nothing fetched, its own content security policy with the hash of
 * its style sheet. Whatever the case holds is text: escaped by construction, never a link, never an attribute's end.
 */
export const reportHtml = (input: ReportInput, words: Words): string => {
  const view = reportView(input, words);
  const style = styleOf({
    left: [words.say('report:title'), view.serviceRequest && `SR ${view.serviceRequest}`, view.site]
      .filter((part) => part !== '')
      .join(' · '),
    right: view.made,
    naming: view.naming,
    page: words.say('report:page'),
  });
  const hash = base64Of(sha256(utf8ToBytes(style)));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = html`<html lang="${words.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${words.say('report:title')}: ${view.serviceRequest === '' ? view.site : view.serviceRequest}</title>
<style>${raw(style)}</style></head>
<body>${body(view, input, words)}</body></html>`;
  return `<!doctype html>\n${page.markup}\n`;
};
