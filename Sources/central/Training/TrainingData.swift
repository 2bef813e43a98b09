import Forms
import Foundation
import Models

/// Reads the training data files: strictly, so that a slip of the pen is found with its place.
enum TrainingData {
    /// The data that is shipped with the program.
    static var directory: String {
        Bundle.module.bundleURL.appendingPathComponent("Data").path
    }

    /// Reads and checks all files of a folder.
    ///
    /// - Throws: `TrainingDataError` with every fault that was found, each with its file and JSON pointer.
    static func load(directory: String) throws(TrainingDataError) -> TrainingSet {
        var reader = DataReader(directory: directory)
        let procedures = reader.files("procedures", DataFile<Procedure>.self)
        let bundles = reader.files("bundles", DataFile<Procedure>.self)
        let forms = reader.files("forms", FormDefinition.self)
        let processes = reader.files("processes", DataFile<ProcessDefinition>.self)
        let drafts = reader.files("drafts", ProcessDefinition.self)
        let provinces = reader.file("provinces.json", DataList<Province>.self)
        let communes = reader.file("communes.json", DataList<Commune>.self)
        let statuses = reader.file("statuses.json", DataList<NationalStatus>.self)
        let fields = reader.file("fields.json", DataList<ProcedureField>.self)
        let groups = reader.file("ethnic-groups.json", DataList<EthnicGroup>.self)
        let banks = reader.file("banks.json", DataList<Bank>.self)
        let agencies = reader.file("agencies.json", DataList<Agency>.self)
        let calendars = reader.file("calendars.json", CalendarCatalogue.self)
        let roles = reader.file("roles.json", DataList<RoleDefinition>.self)
        let officers = reader.file("officers.json", OfficerCatalogue.self)
        let bindings = reader.file("bindings.json", DataList<BindingRule>.self)
        let cards = reader.file("sample-cards.json", DataList<SampleCard>.self)
        let names = reader.file("names.json", NameVocabulary.self)
        let dossiers = reader.file("dossiers.json", DossierVocabulary.self)
        let messages = reader.file("messages.json", DataList<MessageText>.self)
        let scripts = reader.files("scripts", DataFile<HotlineScript>.self)
        let kinds = reader.file("ticket-kinds.json", DataList<TicketKind>.self)
        let formers = reader.file("former-communes.json", DataList<FormerDistrict>.self)
        let postal = reader.file("postal-statuses.json", DataList<PostalStatus>.self)
        guard reader.faults.isEmpty, let formers, let postal, let messages, let kinds, let provinces,
            let communes, let statuses,
            let fields,
            let groups,
            let banks, let agencies, let calendars, let roles, let officers, let bindings, let cards,
            let names, let dossiers, let communesFrom = communes.effectiveFrom,
            let kindsFrom = kinds.effectiveFrom
        else {
            throw TrainingDataError(
                faults: reader.faults.isEmpty
                    ? [
                        .init(
                            file: communes?.effectiveFrom == nil ? "communes.json" : "ticket-kinds.json",
                            pointer: "/effective_from", message: "thiếu ngày")
                    ]
                    : reader.faults)
        }
        var set = TrainingSet(
            procedures: procedures.map(\.item), forms: forms, processes: processes.map(\.item),
            statuses: statuses.items, fields: fields.items, provinces: provinces.items,
            communes: communes.items, communesFrom: communesFrom, ethnicGroups: groups.items,
            banks: banks.items, agencies: agencies.items, calendars: calendars, roles: roles.items,
            officers: officers, bindings: [], sampleCards: cards.items, names: names, dossiers: dossiers,
            processDrafts: drafts, messages: messages.items,
            bundles: bundles.map(\.item), scripts: scripts.map(\.item), ticketKinds: kinds.items,
            ticketKindsFrom: kindsFrom, formerDistricts: formers.items, postalStatuses: postal.items)
        var check = DataCheck(set: set)
        set.bindings = check.bindings(bindings.items)
        check.run(bindings: set.bindings)
        guard check.faults.isEmpty else { throw TrainingDataError(faults: check.faults) }
        return set
    }
}
