/** How messages leave the house. Everything absent: they stay in the postbox of the demonstration. */
export interface ChannelSettings {
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly smsGateway: { readonly url: string; readonly token: string } | undefined;
  /** Origins of push services of our own, beside those of the browsers. */
  readonly pushServices: readonly string[];
}

type Variables = Readonly<Record<string, string | undefined>>;

export function readChannelSettings(variables: Variables, publicUrl: string): ChannelSettings {
  const { SMTP_URL, MAIL_FROM, SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN, PUSH_SERVICES } = variables;
  return {
    smtpUrl: SMTP_URL || undefined,
    mailFrom: MAIL_FROM || `Rugdekking <noreply@${new URL(publicUrl).hostname}>`,
    smsGateway: SMS_GATEWAY_URL ? { url: SMS_GATEWAY_URL, token: SMS_GATEWAY_TOKEN ?? '' } : undefined,
    pushServices: (PUSH_SERVICES ?? '').split(/[\s,]+/).filter((origin) => origin !== ''),
  };
}
