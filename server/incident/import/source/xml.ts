import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableFile } from './file-flaw.ts';

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Walks through XML as it comes in. Entities that a document declares itself are refused, so nothing swells. */
export function xmlWalker(handlers: XmlHandlers): { write(chunk: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: false });
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (cause) {
      throw cause instanceof UnreadableFile ? cause : new UnreadableFile('damaged', { cause });
    }
  };
  parser.on('doctype', () => {
    throw new UnreadableFile('damaged');
  });
  parser.on('error', (cause) => {
    throw new UnreadableFile('damaged', { cause });
  });
  if (handlers.open) {
    const { open } = handlers;
    parser.on('opentag', (tag: SaxesTagPlain) => open(tag.name, tag.attributes));
  }
  if (handlers.close) {
    const { close } = handlers;
    parser.on('closetag', (tag: SaxesTagPlain) => close(tag.name));
  }
  if (handlers.text) parser.on('text', handlers.text);
  return {
    write: (chunk) => guarded(() => void parser.write(chunk)),
    end: () => guarded(() => void parser.close()),
  };
}

/** Everything of a small document at once. */
export function walkXml(text: string, handlers: XmlHandlers): void {
  const walker = xmlWalker(handlers);
  walker.write(text);
  walker.end();
}
