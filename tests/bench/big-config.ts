import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SAMPLE = fileURLToPath(new URL('../fixtures/config/esa-standalone.xml', import.meta.url));

/** A sender group with its senders and a policy with its texts, as they fill a large export. */
const policyOf = (at: number): string => `  <policy>
    <policy_name>policy_${at}</policy_name>
    <policy_member><policy_sender>user${at}@example.com</policy_sender><policy_recipient>ANY</policy_recipient></policy_member>
    <anti_spam_settings><case_enabled>1</case_enabled><case_threshold>${50 + (at % 50)}</case_threshold></anti_spam_settings>
    <content_filter_text>if (rcpt-to == "user${at}@example.com") &amp;&amp; (body-size &gt; 1M) { quarantine("Policy"); }</content_filter_text>
  </policy>
`;

/** A sound export of about so many bytes, in Latin-1: the sample's, with policies until it is large enough. */
export const bigConfig = (bytes: number): Uint8Array => {
  const sample = readFileSync(SAMPLE, 'latin1');
  const end = sample.lastIndexOf('</config>');
  const parts = [sample.slice(0, end)];
  for (let size = sample.length, at = 0; size < bytes; at += 1) {
    const policy = policyOf(at);
    parts.push(policy);
    size += policy.length;
  }
  return Buffer.from([...parts, sample.slice(end)].join(''), 'latin1');
};
