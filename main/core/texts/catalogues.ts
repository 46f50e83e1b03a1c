import adviceEn from '../../../resources/texts/en/advice.json';
import appEn from '../../../resources/texts/en/app.json';
import causesEn from '../../../resources/texts/en/causes.json';
import checksEn from '../../../resources/texts/en/checks.json';
import cliEn from '../../../resources/texts/en/cli.json';
import commandsEn from '../../../resources/texts/en/commands.json';
import loglinesEn from '../../../resources/texts/en/loglines.json';
import problemsEn from '../../../resources/texts/en/problems.json';
import reportEn from '../../../resources/texts/en/report.json';
import adviceFr from '../../../resources/texts/fr/advice.json';
import appFr from '../../../resources/texts/fr/app.json';
import causesFr from '../../../resources/texts/fr/causes.json';
import checksFr from '../../../resources/texts/fr/checks.json';
import cliFr from '../../../resources/texts/fr/cli.json';
import commandsFr from '../../../resources/texts/fr/commands.json';
import loglinesFr from '../../../resources/texts/fr/loglines.json';
import problemsFr from '../../../resources/texts/fr/problems.json';
import reportFr from '../../../resources/texts/fr/report.json';
import type { Language } from '../model';
import type { Catalogues } from './words';

/** Every text for people, by language and namespace. A test compares the keys of both languages. */
export const catalogues: Record<Language, Catalogues> = {
  en: {
    advice: adviceEn,
    app: appEn,
    causes: causesEn,
    checks: checksEn,
    cli: cliEn,
    commands: commandsEn,
    loglines: loglinesEn,
    problems: problemsEn,
    report: reportEn,
  },
  fr: {
    advice: adviceFr,
    app: appFr,
    causes: causesFr,
    checks: checksFr,
    cli: cliFr,
    commands: commandsFr,
    loglines: loglinesFr,
    problems: problemsFr,
    report: reportFr,
  },
};
