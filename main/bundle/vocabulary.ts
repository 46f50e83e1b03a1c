import { z } from 'zod';
import { commands } from '../core/asyncos';
import { checks } from '../core/checks';
import { causes } from '../core/diagnosis';
import { CaseRecord, DiagnosisDocument, Drawing, Manifest } from '../core/model';
import { textsIn, type Vocabulary, vocabularyOf } from '../core/redaction';
import { styleOf } from '../core/report/html/style';
import { catalogues } from '../core/texts';

const schemaTexts = (schema: z.ZodType): string[] => textsIn(z.toJSONSchema(schema, { unrepresentable: 'any' }));

const made = (): Vocabulary =>
  vocabularyOf([
    ...textsIn(catalogues),
    ...[CaseRecord, DiagnosisDocument, Drawing, Manifest].flatMap(schemaTexts),
    ...checks.flatMap((one) => [one.id, ...schemaTexts(one.data)]),
    ...causes.map((one) => one.code),
    ...commands.flatMap((one) => one.words),
    styleOf({ left: '', right: '', naming: '', page: '' }),
    'html head body main section header footer svg path rect circle text title meta doctype charset excerpt evidence site',
  ]);

let known: Vocabulary | null = null;

/** The words of our own texts, documents and page: a name among them identifies nobody and stands in every bundle. */
export const ourVocabulary = (): Vocabulary => {
  known ??= made();
  return known;
};
