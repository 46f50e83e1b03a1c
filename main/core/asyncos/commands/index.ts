import type { CommandDefinition } from '../command';
import { applianceconfig } from './applianceconfig';
import { clusterconfigConnstatus } from './clusterconfig-connstatus';
import { clusterconfigList } from './clusterconfig-list';
import { date } from './date';
import { displayalerts } from './displayalerts';
import { grep } from './grep';
import { interfaceconfig } from './interfaceconfig';
import { listenerconfig } from './listenerconfig';
import { logconfig } from './logconfig';
import { netstat } from './netstat';
import { showrecipients } from './showrecipients';
import { sslconfig } from './sslconfig';
import { sslconfigVerify } from './sslconfig-verify';
import { status } from './status';
import { statusDetail } from './status-detail';
import { telnet } from './telnet';
import { tlsverify } from './tlsverify';
import { tophosts } from './tophosts';
import { version } from './version';
import { workqueue } from './workqueue';

/** The allow-list, alphabetical by file: nothing else is ever typed at an appliance. */
export const commands: readonly CommandDefinition[] = [
  applianceconfig,
  clusterconfigConnstatus,
  clusterconfigList,
  date,
  displayalerts,
  grep,
  interfaceconfig,
  listenerconfig,
  logconfig,
  netstat,
  showrecipients,
  sslconfig,
  sslconfigVerify,
  status,
  statusDetail,
  telnet,
  tlsverify,
  tophosts,
  version,
  workqueue,
];
