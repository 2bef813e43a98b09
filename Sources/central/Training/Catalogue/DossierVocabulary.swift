import Forms

/// How training dossiers are made up: which procedures, what is answered, which reasons are given.
struct DossierVocabulary: Codable, Sendable {
    /// How many dossiers a unit has.
    struct UnitShare: Codable, Sendable {
        var unit: String
        var dossiers: Int
    }

    /// Who a group of fields (`me_ho_ten`, `me_ngay_sinh` …) or the applicant is.
    struct PersonRule: Codable, Sendable {
        var form: String
        /// What the fields' ids begin with; `applicant` for the applicant.
        var prefix: String
        /// Only for this case of the procedure; such a row wins.
        var `case`: String?
        /// Completed years of age on the day.
        var years: [Int]?
        /// The day of birth, in days from the day of the dossier.
        var days: [Int]?
        var sex: Sex?
    }

    /// What stands in a field.
    struct FieldRule: Codable, Sendable {
        var form: String
        var field: String
        /// Only for this case of the procedure; such a row wins.
        var `case`: String?
        var texts: [String]?
        /// The least and the greatest number; of a sum of money in thousands.
        var number: [Int]?
        /// Days from the day of the dossier.
        var days: [Int]?
        /// The options that are chosen from.
        var choices: [String]?
        /// How often a box is ticked.
        var percent: Int?
    }

    struct Reasons: Codable, Sendable {
        var supplement: [String]
        var refuse: [String]
        var withdraw: [String]
        var stop: [String]
        var suspend: [String]
        /// What a person who hands in for another is to the applicant.
        var relations: [String]
    }

    var format: Int
    var version: Int
    var source: String
    /// Procedures by how often they come.
    var mix: [NameVocabulary.Weighted]
    /// Those that organisations ask for too.
    var organisationProcedures: [String]
    var units: [UnitShare]
    var persons: [PersonRule]
    var fields: [FieldRule]
    var reasons: Reasons
}
