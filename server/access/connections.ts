// access/ — who is connected to this node, so that a session that ends, or a display that is shut out, is cut at once.
import type { DisplayAct, DisplayTold } from '@zhunshi/shared/wire/displays.ts';
import type { KnownDisplay } from './displays.ts';
import type { Session } from './logins.ts';
import type { KnownLink } from './trackLinks.ts';

export type Visitor =
  | { kind: 'staff'; session: Session }
  | { kind: 'display'; display: KnownDisplay }
  /** A customer's page, by its link. */
  | { kind: 'customer'; link: KnownLink };

/** A connected screen and how to cut it. */
export interface Connection {
  readonly visitor: Visitor;
  cut(): void;
  /** Tells a display what is chosen for it, if it does not know yet; staff are not told. */
  readonly tell: (told: DisplayTold) => void;
  /** Asks a display for something; nobody else is asked. */
  readonly ask?: (act: DisplayAct) => void;
}

/** The open connections of this node. */
export class Connections {
  readonly #open = new Set<Connection>();

  /** Takes a connection in; the returned function takes it out again. */
  add(connection: Connection): () => void {
    this.#open.add(connection);
    return () => this.#open.delete(connection);
  }

  get all(): readonly Connection[] {
    return [...this.#open];
  }

  /** Tells the screens of a display what is chosen for it now [DSPL-2]. */
  tellDisplay(told: DisplayTold): void {
    for (const { visitor, tell } of this.all)
      if (visitor.kind === 'display' && visitor.display.id === told.id) tell(told);
  }

  /** The screens of a display that hang on this node. */
  ofDisplay(shop: string, id: string): Connection[] {
    return this.all.filter(
      ({ visitor }) => visitor.kind === 'display' && visitor.display.shop === shop && visitor.display.id === id,
    );
  }

  /** Cuts those whose visitor is meant. */
  cutWhere(isMeant: (visitor: Visitor) => boolean): void {
    for (const connection of this.all) if (isMeant(connection.visitor)) connection.cut();
  }
}
