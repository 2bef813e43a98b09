import Models

/// The case that papers, fees and quantities belong to: two cases may share a form and still differ in these.
struct CaseReference: Sendable, Equatable {
    var procedure: String
    var version: Int
    var caseCode: String
}
