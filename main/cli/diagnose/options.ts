/** What the command line says to `diagnose`. */
export interface DiagnoseOptions {
  lab?: string;
  json?: boolean;
  case?: string;
  bundle?: string;
  timeout?: string;
  only?: string[];
  quick?: boolean;
  skip?: string[];
  add?: string[];
  again?: string[];
  dryRun?: boolean;
  acceptNewHostKeys?: boolean;
  acceptDiscovered?: boolean;
}
