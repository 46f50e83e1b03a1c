import { bundle } from './bundle';
import { capture } from './capture';
import { causes } from './causes';
import { changePlan } from './change-plan';
import { ciphers } from './ciphers';
import { collect } from './collect';
import { compare } from './compare';
import { config } from './config';
import { diagnose } from './diagnose';
import { explain } from './explain';
import { lab } from './lab';
import { logs } from './logs';
import { parse } from './parse';
import { recognise } from './recognise';
import type { Register } from './register';
import { schema } from './schema';
import { tls } from './tls';
import { transcript } from './transcript';
import { watch } from './watch';

/** The commands of the contract, in the order of its page. */
export const commandLine: readonly Register[] = [
  diagnose,
  logs,
  watch,
  explain,
  tls,
  ciphers,
  capture,
  config,
  parse,
  recognise,
  transcript,
  collect,
  compare,
  changePlan,
  bundle,
  lab,
  causes,
  schema,
];
