import { expect, test } from 'vitest';
import { diagnose } from '../../../main/core/diagnosis';
import { becauseOf, catalogues, wordsIn } from '../../../main/core/texts';
import { answersOf, certificateNamed, siteOf, world } from '../../support/observations';

test.each([
  ['en', 'the certificate that this laptop is shown by sma1:7025'],
  ['fr', 'le certificat que sma1:7025 présente à ce portable'],
] as const)('in a sentence (%s) this machine is a word, not a code', (language, begins) => {
  const certificate = certificateNamed('CN=Example Firewall', 'CN=Example Firewall', '01');
  const seen = [world('esa-to-sma').agreed('AES256-SHA', null, { certificate })];
  const { findings } = diagnose(siteOf('esa1'), answersOf({ direction: 'esa-to-sma' }), seen);
  const finding = findings.find(({ code }) => code === 'tls-intercepted');
  expect(finding && becauseOf(finding, wordsIn(language, catalogues[language]))).toMatch(new RegExp(`^${begins}`));
});
