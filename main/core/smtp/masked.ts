/**
 * What an inspecting firewall leaves of SMTP. ASA `inspect esmtp` replaces the banner's characters by asterisks,
 * except 2, 0 and the white space, and unknown keywords by X with a letter at the end; others mask with X throughout.
 * Sources: Cisco ASA configuration guide (ESMTP inspection), TechNotes 118550 and 117801.
 * Samples: `220 ****************************2******0*****`, `250-XXXXXXXA`.
 */
export const maskedBanner = (text: string): boolean => {
  const shown = text.replace(/\s/g, '');
  const most = Math.max(shown.replace(/[^*]/g, '').length, shown.replace(/[^X]/g, '').length);
  return most >= 4 && most * 2 > shown.length;
};

export const maskedKeyword = (keyword: string): boolean => /^X{4,}[A-Z]?( |$)/.test(keyword) || maskedBanner(keyword);
