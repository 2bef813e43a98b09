import Forms
import Models

extension Strings {
    /// The names of the tables that are saved: files, and so without accents and spaces.
    enum Tables {
        static let tickets = say("phieu-1022", "hotline-tickets")
        static let found = say("tra-cuu", "lookup")
        static let mismatches = say("bao-sai-lech", "wrong-values")
        static let officers = say("can-bo", "officers")
        static func queue(_ name: Phrase) -> Phrase {
            say(
                "hang-doi-" + FileNaming.stem(name.text(.vi)), "queue-" + FileNaming.stem(name.text(.en)))
        }
        static func register(_ from: LocalDate, _ to: LocalDate) -> Phrase {
            say("so-theo-doi-\(from.iso)-\(to.iso)", "register-\(from.iso)-\(to.iso)")
        }
        /// `bao-cao-thu-tuc-2026-11-01-2026-11-30`.
        static func report(_ by: PeriodReport.Grouping, _ from: LocalDate, _ to: LocalDate) -> Phrase {
            let what =
                switch by {
                case .unit: say("don-vi", "units")
                case .procedure: say("thu-tuc", "procedures")
                case .field: say("linh-vuc", "fields")
                }
            return say(
                "bao-cao-\(what.vi)-\(from.iso)-\(to.iso)",
                "report-\(what.text(.en))-\(from.iso)-\(to.iso)")
        }
    }
}
