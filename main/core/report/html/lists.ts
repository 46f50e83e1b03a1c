import type { Words } from '../../texts';
import { clockOf } from '../times';
import type { ReportView } from '../view';
import type { FindingRow } from '../view/rows';
import { html, type Markup } from './markup';
import { placeLink } from './place-link';
import type { Write } from './pseudonyms';

const findingRow = (row: FindingRow, last: Markup | string | null, write: Write): Markup => html`
<tr><td class="name w-name">${row.title}<span class="sub">${write(row.between)}</span></td>
<td>${write(row.because)}</td><td class="w-place">${last}</td></tr>`;

/** A list of causes with the reason of each; nothing where it is empty. */
export const findingsHtml = (
  title: string,
  rows: readonly FindingRow[],
  last: 'place' | 'cheapest',
  words: Words,
  write: Write,
): Markup | null => {
  if (rows.length === 0) return null;
  const cell = (row: FindingRow) =>
    last === 'place'
      ? placeLink(row.place, 1, words)
      : row.cheapest === ''
        ? null
        : words.say('app:findings.cheapest', { check: row.cheapest });
  return html`<section><h2>${title}<small>${rows.length}</small></h2>
<div><table class="plain">${rows.map((row) => findingRow(row, cell(row), write))}</table></div></section>`;
};

/** Every connection and command that we caused, and the lines it left behind. */
export const footprintHtml = (view: ReportView, words: Words, write: Write): Markup => {
  const head = ['time', 'to', 'what', 'leaves'].map((key) => html`<th>${words.say(`report:column.${key}`)}</th>`);
  const rows = view.footprint.map(
    (
      row,
    ) => html`<tr><td class="w-time">${clockOf(row.at)}</td><td class="w-to">${write(row.to)}</td><td>${write(row.what)}</td>
<td class="w-left">${write(row.leaves)}</td></tr>`,
  );
  return html`<section><h2>${words.say('report:section.footprint')}<small>${words.say('report:readOnly')}</small></h2>
<div>${
    rows.length === 0
      ? html`<p class="empty">${words.say('report:nothingAsked')}</p>`
      : html`<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`
  }</div></section>`;
};

/** What is known of the appliances, a column each. */
export const environmentHtml = (view: ReportView, words: Words, write: Write): Markup => {
  const { columns, rows } = view.environment;
  const body = rows.map(
    (row) =>
      html`<tr><td>${row.label}</td>${row.values.map(
        (value) => html`<td class="${row.mono ? 'mono' : ''}">${write(value)}</td>`,
      )}</tr>`,
  );
  return html`<section class="short"><h2>${words.say('report:section.environment')}</h2>
<div><table><thead><tr><td></td>${columns.map((name) => html`<th>${write(name)}</th>`)}</tr></thead>
<tbody>${body}</tbody></table></div></section>`;
};

/** What the customer said and what the engineer wrote down. */
export const notesHtml = (view: ReportView, words: Words, write: Write): Markup | null => {
  if (view.notes === '' && view.symptoms.length === 0) return null;
  const symptoms = view.symptoms.map((one) => html`<li>${write(one)}</li>`);
  return html`<section><h2>${words.say('report:section.notes')}<small>${words.say('report:notesBy')}</small></h2>
<div>${symptoms.length === 0 ? null : html`<ul class="symptoms">${symptoms}</ul>`}<p class="notes">${write(view.notes)}</p></div></section>`;
};
