import Forms
import Models

extension Strings {
    /// Opening one dossier to one who sees none.
    enum BreakGlass {
        static let title = say("Mở xem một hồ sơ", "Open one dossier")
        static let open = say("Mở", "Open")
        static let note = say(
            "Xem trong 30 phút, không thao tác được. Lý do được ghi vào nhật ký và vào hồ sơ, đơn vị đọc được.",
            "To be read for 30 minutes. The reason is kept in the audit and with the dossier, where its unit reads it."
        )
        static let reasonHelp = say(
            "Vì sao phải xem hồ sơ này, từ 10 ký tự.", "Why it has to be seen, from 10 characters on.")

        /// - Parameter key: That opens it.
        static func closed(_ code: String) -> Phrase {
            say(
                "Quản trị không xem hồ sơ. Khi thật cần, bấm F10 để mở \(code) trong 30 phút, có ghi lý do.",
                "Administrators see no dossiers. When you must, F10 opens \(code) for 30 minutes, with a reason."
            )
        }

        static func ask(_ code: String) -> Phrase {
            say(
                "Quản trị không xem hồ sơ. Mở \(code) trong 30 phút, có ghi lý do?",
                "Administrators see no dossiers. Open \(code) for 30 minutes, with a reason?")
        }

        static func opened(_ until: Instant, left: Int) -> Phrase {
            say(
                "Đã mở đến \(until.clock). Hôm nay còn mở được \(left) hồ sơ.",
                "Open until \(until.clock). \(counted(left, "more", "more")) can be opened today.")
        }

        static func until(_ end: Instant) -> Phrase {
            say("Mở xem có lý do, đến \(end.clock).", "Opened with a reason, until \(end.clock).")
        }

        /// In the dossier's history.
        static func line(_ opening: DossierOpening) -> Phrase {
            say(
                "Quản trị mở xem đến \(opening.until.clock), \(opening.officer.name): \(opening.reason)",
                "Opened to an administrator until \(opening.until.clock), \(opening.officer.name): "
                    + opening.reason)
        }
    }
}

extension Strings.Keys {
    static let breakGlass = Words(
        name: Strings.say("Mở xem", "Open it"),
        help: Strings.say(
            "Mở một hồ sơ trong 30 phút, có ghi lý do (quản trị tỉnh).",
            "Opens one dossier for 30 minutes, with a reason (a province's administrators)."))
}
