import GRDB

extension Migrations {
    /// The post: shipments with all that was said of each, and what was handed over together. A parcel stands on one
    /// manifest at most, and a dossier has one shipment of a kind on its way, by the database itself.
    static func post(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE postal_settings (
                    unit TEXT PRIMARY KEY NOT NULL,
                    revision INTEGER NOT NULL,
                    document TEXT NOT NULL
                );
                CREATE TABLE tracking_ranges (
                    unit TEXT NOT NULL,
                    service TEXT NOT NULL,
                    first INTEGER NOT NULL,
                    last INTEGER NOT NULL,
                    used INTEGER NOT NULL,
                    PRIMARY KEY (unit, service, first)
                );
                CREATE TABLE shipments (
                    id TEXT PRIMARY KEY NOT NULL,
                    dossier TEXT NOT NULL REFERENCES dossiers (id),
                    dossier_code TEXT NOT NULL,
                    procedure_name TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    office TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    order_number TEXT NOT NULL UNIQUE,
                    tracking_number TEXT NOT NULL UNIQUE,
                    state TEXT NOT NULL,
                    post_code TEXT,
                    post_message TEXT,
                    order_message TEXT NOT NULL REFERENCES outbox (id),
                    fee INTEGER NOT NULL,
                    cod INTEGER NOT NULL,
                    cod_payment TEXT REFERENCES payments (id),
                    cod_settled_at INTEGER,
                    created_at INTEGER NOT NULL,
                    officer TEXT NOT NULL,
                    changed_at INTEGER NOT NULL,
                    confirm_at INTEGER,
                    problem TEXT,
                    sealed BLOB NOT NULL
                );
                CREATE UNIQUE INDEX shipments_active ON shipments (dossier, kind)
                    WHERE state NOT IN ('delivered', 'returned', 'cancelled');
                CREATE INDEX shipments_dossier ON shipments (dossier, created_at);
                CREATE INDEX shipments_code ON shipments (dossier_code);
                CREATE INDEX shipments_unit ON shipments (unit, state, created_at);
                CREATE INDEX shipments_confirm ON shipments (confirm_at) WHERE confirm_at IS NOT NULL;
                CREATE TABLE shipment_events (
                    shipment TEXT NOT NULL REFERENCES shipments (id),
                    seq INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    source TEXT NOT NULL,
                    state TEXT,
                    code TEXT,
                    message TEXT,
                    number TEXT,
                    officer TEXT,
                    PRIMARY KEY (shipment, seq)
                );
                CREATE UNIQUE INDEX shipment_events_number ON shipment_events (shipment, number)
                    WHERE number IS NOT NULL;
                CREATE TABLE cod_settlements (
                    shipment TEXT PRIMARY KEY NOT NULL REFERENCES shipments (id),
                    unit TEXT NOT NULL,
                    amount INTEGER NOT NULL,
                    reference TEXT NOT NULL,
                    officer TEXT NOT NULL,
                    at INTEGER NOT NULL
                );
                CREATE TABLE manifests (
                    id TEXT PRIMARY KEY NOT NULL,
                    code TEXT NOT NULL UNIQUE,
                    unit TEXT NOT NULL,
                    office TEXT NOT NULL,
                    state TEXT NOT NULL,
                    opened_at INTEGER NOT NULL,
                    opened_by TEXT NOT NULL,
                    closed_at INTEGER,
                    closed_by TEXT,
                    accepted_at INTEGER,
                    accepted_by TEXT,
                    note TEXT
                );
                CREATE INDEX manifests_unit ON manifests (unit, state, opened_at);
                CREATE TABLE manifest_items (
                    shipment TEXT PRIMARY KEY NOT NULL REFERENCES shipments (id),
                    manifest TEXT NOT NULL REFERENCES manifests (id),
                    seq INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    officer TEXT NOT NULL,
                    accepted_at INTEGER,
                    accepted_by TEXT,
                    UNIQUE (manifest, seq)
                );
                CREATE TABLE manifest_missing (
                    manifest TEXT NOT NULL REFERENCES manifests (id),
                    shipment TEXT NOT NULL REFERENCES shipments (id),
                    seq INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    PRIMARY KEY (manifest, shipment)
                );
                CREATE TABLE post_cursors (
                    carrier TEXT PRIMARY KEY NOT NULL,
                    last TEXT NOT NULL
                );
                """)
        for table in ["shipment_events", "cod_settlements", "manifest_missing"] {
            try StoreDialect.appendOnly(table, in: database)
        }
    }
}
