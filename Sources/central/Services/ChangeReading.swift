import Forms
import GRDB
import Models

/// Changes as one officer sees them: of the dossiers in his scope, each with its row as a list shows it now.
struct ChangeReading: Sendable {
    struct Piece: Sendable {
        var items: [JSONValue]
        /// The numbers of the items.
        var numbers: [Int]
        /// Up to where the feed has been read.
        var last: Int
        var hasMore: Bool
    }

    /// What was asked for is kept no more, or was never given here.
    struct Restarted: Error {
        var last: Int
    }

    let central: Central

    func head() async throws -> ChangeTable.Head {
        try await central.store.read { try ChangeTable.head($0) }
    }

    /// Changes after `seq`, the oldest first.
    func piece(after seq: Int, limit: Int, for grant: Grant, moment: InboxMoment) async throws -> Piece {
        var money = Scope()
        if case .granted(let overseen) = Policy.decide("listCashSessions", officer: grant.officer) {
            money = overseen.scope
        }
        let reached = money
        let statuses = Dictionary(
            moment.statuses.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var (records, lines, last) = try await central.store.read { database in
            let head = try ChangeTable.head(database)
            guard head.holds(after: seq) else { throw Restarted(last: head.last) }
            guard head.last > seq else {
                return ([ChangeTable.Record](), [ID: DossierList.Placed](), head.last)
            }
            let records = try ChangeTable.page(
                database, after: seq, upTo: head.last, scope: grant.scope, money: reached,
                limit: limit + 1)
            let lines = try DossierList.placed(
                database, ids: Set(records.prefix(limit).map(\.subject)), scope: grant.scope,
                statuses: statuses, moment: moment)
            return (records, lines, head.last)
        }
        for (id, placed) in lines {
            var line = [placed.line]
            try await OnlineTerm.apply(to: &line, central, at: moment.now)
            lines[id]?.line = line[0]
        }
        let page = records.prefix(limit)
        let hasMore = records.count > limit
        return Piece(
            items: try page.map { try json($0, lines[$0.subject], grant) }, numbers: page.map(\.seq),
            last: hasMore ? page.last?.seq ?? last : last, hasMore: hasMore)
    }

    private func json(_ record: ChangeTable.Record, _ placed: DossierList.Placed?, _ grant: Grant) throws
        -> JSONValue
    {
        let item = placed.map { $0.line.disclosed(to: grant) }
        let change = Change(
            seq: record.seq, at: record.at, kind: record.kind, id: record.subject, code: item?.code,
            action: record.action,
            revision: ChangeTable.moneyKinds.contains(record.kind) ? nil : record.revision, item: nil,
            inboxes: placed.map { $0.inboxes.map(\.rawValue) })
        guard case .object(var members) = try StrictJSON.value(of: change) else { return .null }
        members["item"] = try item.map { try FixedShape.value($0, nullable: SearchItem.nullable) } ?? .null
        return .object(members)
    }
}
