import Crypto
import Forms
import Foundation
import GRDB
import Models

/// What of a dossier's surroundings no act on it changes: its process in the version that it began under, the calendar
/// of its unit, what its case asks for. Read once, before the transaction of an act.
struct RoutingGround: Sendable {
    let graph: ProcessGraph
    let calendar: WorkCalendar
    private let edition: CatalogueTable.CalendarEdition
    /// On which it was read.
    private let day: LocalDate
    let statuses: [Int: NationalStatus]
    let requirements: [DocumentRequirement]
    /// What the procedure calls the paper that it ends with.
    let resultName: String?
    let fees: [FeeRule]
    /// The declaration's form in the version that it was given on.
    private let form: FormDefinition?
    /// What it was read for.
    private let process: ProcessRef
    private let procedure: ProcedureRef
    private let caseCode: String
    private let formId: String
    private let formVersion: Int

    init(of stored: StoredDossier, _ central: Central, on day: LocalDate) async throws {
        let dossier = stored.dossier
        self.day = day
        (process, procedure, caseCode) = (stored.process, dossier.procedure, dossier.caseCode)
        (formId, formVersion) = (dossier.formId, dossier.formVersion)
        let catalogue = central.catalogue
        guard let graph = try await catalogue.graph(stored.process),
            let procedure = try await catalogue.procedure(procedure.code, version: procedure.version)
        else { throw StoreError.unreadable("process \(stored.process.id)") }
        self.graph = graph
        let dated = try await catalogue.datedCalendar(dossier.unit.code, on: day)
        (calendar, edition) = (dated.calendar, dated.edition)
        statuses = try await catalogue.statuses(on: day)
        requirements = procedure.cases.first { $0.code == dossier.caseCode }?.documents ?? []
        fees = procedure.fees
        form = try await catalogue.form(formId, version: formVersion)
        resultName = procedure.result
    }

    /// Whether it is still the dossier's: an amendment may have given it another procedure meanwhile.
    func holds(for stored: StoredDossier) -> Bool {
        process == stored.process && procedure == stored.dossier.procedure
            && caseCode == stored.dossier.caseCode && formId == stored.dossier.formId
            && formVersion == stored.dossier.formVersion
    }

    /// Refuses what was reckoned by a calendar that is another by now; asked in the transaction of an act.
    func checkCalendar(_ database: Database, of unit: String) throws {
        guard try CatalogueTable.calendarEdition(database, of: unit, on: day) == edition else {
            throw ProblemError.calendarChanged
        }
    }

    // MARK: What an act changes, read in its transaction

    /// The dossier as the engine reads it.
    func reading(_ database: Database, _ stored: StoredDossier, seal: DataSeal) throws -> RoutingCase {
        let dossier = stored.dossier
        let events = try DossierTable.history(database, of: dossier.id, seal: seal)
        return RoutingCase(
            id: dossier.id, code: dossier.code, unit: dossier.unit.code, revision: dossier.revision,
            submittedAt: dossier.submittedAt,
            term: ServiceTime(amount: dossier.deadline.amount, unit: dossier.deadline.unit),
            requirements: requirements, resultName: resultName, documents: dossier.documents,
            lacking: try lacking(dossier),
            delivery: dossier.delivery.method,
            takers: Set(
                [dossier.applicant.identityNumber, dossier.submitter?.identityNumber].compactMap(\.self)),
            money: try money(database, dossier, through: events.last?.seq ?? 0), events: events,
            assignee: stored.assignee, lease: try ClaimTable.find(database, dossier: dossier.id),
            parcel: try ShipmentTable.resultParcel(database, of: dossier.id))
    }

    /// Asked where papers are waited for: there the dossier goes on only with a whole declaration.
    private func lacking(_ dossier: Dossier) throws -> [LackingAnswer] {
        guard graph.step(dossier.step)?.kind == .waitCitizen else { return [] }
        guard let form else { throw StoreError.unreadable("form \(dossier.formId)") }
        let validator = FormValidator(form, today: day)
        return validator.lacking(dossier.answers).map {
            LackingAnswer(pointer: $0.pointer, label: validator.label(of: $0).text(.vi))
        }
    }

    /// By the ledger, so that no act goes by what an officer charged besides the quote; where nothing is booked yet, by
    /// the quote.
    private func money(_ database: Database, _ dossier: Dossier, through last: Int) throws -> MoneyState {
        let charges = try ChargeTable.all(database, of: dossier.id)
        guard !charges.isEmpty else { return MoneyState(quote: dossier.quote, rules: fees) }
        return MoneyState(
            charges: charges, balance: try LedgerTable.balance(database, .dossier(dossier.id)),
            quote: dossier.quote, through: last)
    }

    /// The engine with the bindings of a day.
    ///
    /// - Parameter signature: The one that an act came with: its key is looked up.
    func engine(
        _ database: Database, for stored: StoredDossier, on day: LocalDate, signature: FormSignature? = nil
    ) throws -> RoutingEngine {
        let (unit, process) = (stored.dossier.unit.code, stored.process.id)
        let bindings = try BindingTable.bindings(database, of: unit, process: process, on: day)
        var units: [ID: String] = [:]
        for case .officer(let id) in bindings.map(\.assignee) where units[id] == nil {
            units[id] = try OfficerTable.officer(database, id: id, on: day)?.unit
        }
        let key = try signature.flatMap { try SigningKeyTable.find(database, id: $0.keyId, on: day) }
        return RoutingEngine(
            graph: graph, bindings: RoutingBindings(bindings, unit: unit, process: process, on: day),
            calendar: calendar, units: units,
            isSigned: { signature, act, officer in
                guard let key, key.officer == officer || key.id == TrainingSigningKey.id else { return false }
                return Self.isValid(signature, of: act, by: key)
            })
    }

    private static func isValid(_ signature: FormSignature, of act: SignedAct, by key: SigningKeyTable.Key)
        -> Bool
    {
        let verifiers: [any SignatureVerifier] = [P256Verifier()]
        guard key.algorithm == signature.algorithm, let raw = Data(base64Encoded: signature.signature),
            let content = try? act.bytes(),
            let verifier = verifiers.first(where: { $0.algorithm == signature.algorithm })
        else { return false }
        return verifier.isValid(Array(raw), of: content, publicKey: key.publicKey)
    }

    /// An officer as the engine knows him on a day, with what colleagues have lent him.
    static func actor(_ database: Database, _ officer: Officer, on day: LocalDate) throws -> RoutingActor {
        let delegations = try DelegationTable.active(database, to: officer.id, on: day)
        return RoutingActor(
            principal: .init(
                officer: OfficerRef(id: officer.id, name: officer.name, position: officer.position),
                assignments: Set(officer.assignments.map { .init(unit: $0.unit, role: $0.role.rawValue) })),
            person: officer.person,
            delegators: delegations.map { delegation in
                .init(
                    officer: delegation.from,
                    assignments: [.init(unit: delegation.unit, role: delegation.role)])
            })
    }

    /// The officer whom a request names; nil where there is none who may work.
    static func actor(_ database: Database, id: ID?, on day: LocalDate) throws -> RoutingActor? {
        guard let id, let officer = try OfficerTable.officer(database, id: id, on: day) else { return nil }
        return try actor(database, officer, on: day)
    }
}
