import { joined, number } from './bytes';
import { writeCertificates } from './certificate-message';
import { EC_POINT_FORMATS, EMPTY_RENEGOTIATION_INFO, RENEGOTIATION_INFO, type ReceivedHello } from './client-hello';
import { writeDh, writeEcdh } from './key-exchange';
import * as message from './messages';
import * as record from './records';
import type { ResponderPolicy } from './responder-policy';
import { writeServerHello } from './server-hello';
import type { Suite } from './suites';
import { atLeast, type TlsVersion, versionCode } from './versions';

/** Params, and where a certificate vouches for them also scheme and signature (RFC 5246 section 7.4.3). */
const keyExchangeBody = (
  policy: ResponderPolicy,
  version: TlsVersion,
  suite: Suite,
  hello: ReceivedHello,
): Uint8Array => {
  const params =
    suite.keyExchange === 'DH' && policy.dh
      ? writeDh(policy.dh)
      : policy.ecdh
        ? writeEcdh(policy.ecdh)
        : new Uint8Array(0);
  if (suite.anonymous || !policy.sign) return params;
  const { signature, scheme } = policy.sign(joined(hello.random, policy.random, params));
  const signed = joined(number(2, signature.length), signature);
  return joined(params, atLeast(version, 'TLSv1.2') ? joined(number(2, scheme), signed) : signed);
};

const helloExtensions = (suite: Suite, hello: ReceivedHello): [number, Uint8Array][] => [
  ...(hello.suites.includes(EMPTY_RENEGOTIATION_INFO) || hello.extensions.has(RENEGOTIATION_INFO)
    ? [[RENEGOTIATION_INFO, Uint8Array.of(0)] as [number, Uint8Array]]
    : []),
  ...(suite.keyExchange === 'ECDH' && hello.extensions.has(EC_POINT_FORMATS)
    ? [[EC_POINT_FORMATS, Uint8Array.of(1, 0)] as [number, Uint8Array]]
    : []),
];

/** ServerHello to ServerHelloDone for the suite, a record for each message (RFC 5246 section 7.3). */
export const flight = (
  policy: ResponderPolicy,
  version: TlsVersion,
  suite: Suite,
  hello: ReceivedHello,
): Uint8Array => {
  const parts = [
    message.writeMessage(
      message.SERVER_HELLO,
      writeServerHello(version, policy.random, suite.code, helloExtensions(suite, hello)),
    ),
    ...(suite.anonymous ? [] : [message.writeMessage(message.CERTIFICATE, writeCertificates(policy.certificates))]),
    ...(suite.keyExchange === 'RSA'
      ? []
      : [message.writeMessage(message.SERVER_KEY_EXCHANGE, keyExchangeBody(policy, version, suite, hello))]),
    message.writeMessage(message.SERVER_HELLO_DONE, new Uint8Array(0)),
  ];
  return joined(...parts.map((part) => record.writeRecords(record.HANDSHAKE, versionCode(version), part)));
};
