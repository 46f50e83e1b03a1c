import type { TlsFailureCode } from '../model';
import { fail, leave, type Phase, type SmtpState, type SmtpStep, say } from './initiator-state';
import { maskedBanner, maskedKeyword } from './masked';
import type { Reply } from './reply';

const whole = (reply: Reply): string => reply.raw.join('\n');

/** Behind an inspecting firewall a missing or refused STARTTLS is the firewall's doing. */
const without = (state: SmtpState, code: TlsFailureCode, detail: string): SmtpStep =>
  state.facts.masked === null
    ? leave(state, code, detail)
    : leave(state, 'smtp-inspected', `${state.facts.masked}; ${code}: ${detail}`);

/** 421 says that the listener lives and limits this laptop; nothing about TLS. */
const onGreeting = (before: SmtpState, reply: Reply): SmtpStep => {
  const masked = reply.code === 220 && reply.texts.some(maskedBanner) ? `masked banner: ${whole(reply)}` : null;
  const state = { ...before, facts: { ...before.facts, banner: whole(reply), masked } };
  if (reply.code === 421) return fail(state, 'too-many-connections', whole(reply));
  if (reply.code !== 220) return leave(state, 'greeting-refused', whole(reply));
  return say(state, 'ehlo', `EHLO ${state.name}`);
};

const onEhlo = (before: SmtpState, reply: Reply): SmtpStep => {
  if (reply.code === 421) return fail(before, 'too-many-connections', whole(reply));
  if (reply.code === 500 || reply.code === 502) return without(before, 'starttls-missing', whole(reply));
  if (reply.code !== 250) return leave(before, 'greeting-refused', whole(reply));
  const ehlo = reply.texts.slice(1);
  const starttls = ehlo.some((keyword) => /^STARTTLS$/i.test(keyword.trim()));
  const keyword = ehlo.find(maskedKeyword);
  const masked = before.facts.masked ?? (keyword === undefined ? null : `masked keyword: ${keyword}`);
  const state = { ...before, facts: { ...before.facts, ehlo, starttls, masked } };
  if (!starttls) return without(state, 'starttls-missing', 'no STARTTLS among the keywords');
  const helps = state.asksHelp && ehlo.some((word) => /^HELP$/i.test(word.trim()));
  return helps ? say(state, 'help', 'HELP') : say(state, 'starttls', 'STARTTLS');
};

/** Whatever it says is kept: some releases name themselves here. A refusal of HELP says nothing about STARTTLS. */
const onHelp = (before: SmtpState, reply: Reply): SmtpStep => {
  const state = { ...before, facts: { ...before.facts, help: reply.raw } };
  if (reply.code === 421) return fail(state, 'too-many-connections', whole(reply));
  return say(state, 'starttls', 'STARTTLS');
};

/** Bytes that came together with the 220 were not protected by TLS (command injection, CVE-2011-0411): refused. */
const onStarttls = (state: SmtpState, reply: Reply): SmtpStep => {
  if (reply.code === 421) return fail(state, 'too-many-connections', whole(reply));
  if (reply.code !== 220) return without(state, 'starttls-refused', whole(reply));
  const pipelined = state.rest.length + state.lines.length;
  if (pipelined > 0) return fail(state, 'starttls-injected', 'bytes behind the 220, before TLS');
  return { state, done: { kind: 'ready' }, lines: [] };
};

const byPhase: Readonly<Record<Phase, (state: SmtpState, reply: Reply) => SmtpStep>> = {
  greeting: onGreeting,
  ehlo: onEhlo,
  help: onHelp,
  starttls: onStarttls,
};

/** What a whole reply means where the dialogue stands, and what is said next. */
export const onReply = (state: SmtpState, reply: Reply): SmtpStep => byPhase[state.phase](state, reply);
