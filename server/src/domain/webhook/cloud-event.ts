/** A fact as other systems read it: CloudEvents 1.0, structured mode. */

export const CLOUD_EVENT_TYPE = 'application/cloudevents+json; charset=utf-8';

export type Told = {
  id: string;
  type: string;
  at: string;
  subject: string | null;
  data: unknown;
};

export const cloudEvent = (publicUrl: string, { id, type, at, subject, data }: Told): string =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source: `${publicUrl}/v1/events`,
    type,
    time: at,
    ...(subject !== null && { subject }),
    datacontenttype: 'application/json',
    data,
  });
