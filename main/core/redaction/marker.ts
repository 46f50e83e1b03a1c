/** What stands where a secret stood: visible, so that a reader knows that something was taken out. */
export const SECRET_REMOVED = '[secret removed]';
export const CERTIFICATE_REMOVED = '[certificate removed]';
