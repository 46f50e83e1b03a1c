import type { Words } from '../../texts';
import type { CauseView, PairView, StepView } from '../view';
import type { ClaimView } from '../view/claims';
import { html, type Markup } from './markup';
import { placeLink } from './place-link';
import type { Write } from './pseudonyms';

const quoteHtml = (claim: ClaimView, write: Write): Markup => html`
<div class="quote ${claim.against ? 'by' : 'for'}">${claim.lines.map(
  ({ line, text }) =>
    html`<div><span class="mono number">${line ?? ''}</span><span class="mono text">${write(text)}</span></div>`,
)}</div>`;

const claimHtml = (claim: ClaimView, number: number, words: Words, write: Write): Markup => html`
<div class="claim"><div class="claim-head">
<h4><b>${number}</b> ${write(claim.title)}${claim.against ? html` <span class="against">${words.say('report:against')}</span>` : null}</h4>
${placeLink(claim.place, claim.lines.length, words)}</div>
${quoteHtml(claim, write)}${claim.proves === '' ? null : html`<p class="proves">${write(claim.proves)}</p>`}</div>`;

const whatIfHtml = ({ whatIf }: PairView, write: Write): Markup | null =>
  whatIf === null
    ? null
    : html`
<div class="what-if"><h4>${write(whatIf.title)}</h4><ul>${whatIf.lines.map((line) => html`<li>${write(line)}</li>`)}</ul></div>`;

const pairHtml = (pair: PairView, alone: boolean, words: Words, write: Write): Markup => html`
<div class="pair">${alone ? null : html`<p class="between">${write(pair.between)}</p><p>${write(pair.sentence)}</p>`}
<p>${write(pair.because)}</p>
${pair.claims.map((claim, index) => claimHtml(claim, index + 1, words, write))}
${pair.claims.length === 0 ? html`<p class="empty">${words.say('report:noQuote')}</p>` : null}
${whatIfHtml(pair, write)}</div>`;

/** One cause with its numbered claims: what was seen, from where, on which line of the bundle. */
export const causeHtml = (cause: CauseView, number: number, words: Words, write: Write): Markup => html`
<section id="${cause.code}"><h2>${words.say('report:section.cause', { number })}<small>${cause.status}</small>
<small class="mono">${cause.code}</small></h2>
<div><h3>${cause.title}</h3>${cause.pairs.map((pair) => pairHtml(pair, cause.pairs.length === 1, words, write))}</div></section>`;

const stepHtml = (step: StepView, write: Write): Markup => html`
<tr><td><span class="tag ${step.effect}">${step.tag}</span></td><td>${write(step.text)}</td>
<td class="mono w-command">${write(step.command ?? '')}</td><td class="w-where">${write(step.where)}</td></tr>`;

/** The steps of the repair, each marked as one that reads or one that changes. */
export const repairHtml = (causes: readonly CauseView[], words: Words, write: Write): Markup | null => {
  const withSteps = causes.filter((one) => one.steps.length > 0);
  if (withSteps.length === 0) return null;
  const tables = withSteps.map(
    (cause) => html`${withSteps.length > 1 ? html`<h3>${cause.title}</h3>` : null}
<table><thead><tr><td class="w-tag"></td><th>${words.say('report:column.step')}</th>
<th>${words.say('report:column.command')}</th><th>${words.say('report:column.where')}</th></tr></thead>
<tbody>${cause.steps.map((step) => stepHtml(step, write))}</tbody></table>`,
  );
  return html`<section class="short"><h2>${words.say('report:section.repair')}<small>${words.say('report:repairBy')}</small></h2>
<div>${tables}</div></section>`;
};
