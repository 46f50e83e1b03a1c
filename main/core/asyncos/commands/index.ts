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
import { nslookup } from './nslookup';
import { showchanges } from './showchanges';
import { showrecipients } from './showrecipients';
import { sslconfig } from './sslconfig';
import { sslconfigVerify } from './sslconfig-verify';
import { status } from './status';
import { statusDetail } from './status-detail';
import { telnet } from './telnet';
import { tlsverify } from './tlsverify';
import { tophosts } from './tophosts';
import { traceroute } from './traceroute';
import { version } from './version';
import { who } from './who';
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
  nslookup,
  showchanges,
  showrecipients,
  sslconfig,
  sslconfigVerify,
  status,
  statusDetail,
  telnet,
  tlsverify,
  tophosts,
  traceroute,
  version,
  who,
  workqueue,
];
