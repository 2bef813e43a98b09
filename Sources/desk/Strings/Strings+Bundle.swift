import Forms

extension Strings {
    /// Dossiers that were taken in together.
    enum Bundle {
        static let title = say("Bộ liên thông", "Bundle")
        static let hint = say(
            "Mỗi hồ sơ có bước và đồng hồ riêng; Enter mở hồ sơ đang chọn.",
            "Each has its own steps and clock; Enter opens the one chosen.")
        static let this = say("hồ sơ này", "this one")
        static let lost = say(
            "Không đọc được danh sách: đây là bản đã tải lúc mở.", "The list could not be read anew.")
        static func hidden(_ count: Int) -> Phrase {
            say(
                "Còn \(count) hồ sơ của bộ do đơn vị khác giữ.",
                "\(counted(count, "more of the bundle is with another unit", "more of the bundle are with other units"))."
            )
        }
        static func due(_ at: String) -> Phrase { say("hẹn \(at)", "due \(at)") }
        static func waits(_ expected: String?) -> Phrase {
            expected.map {
                say("chờ kết quả hồ sơ đầu, dự kiến \($0)", "waits for the first, expected \($0)")
            }
                ?? say("chờ kết quả hồ sơ đầu", "waits for the first")
        }

        /// On the slip, in Vietnamese whatever the screen's language.
        static let noDue = say("chưa có ngày hẹn", "no date yet")
        static func slipDue(_ at: String) -> Phrase { say("trả lúc \(at)", "due \(at)") }
        static func slipWaits(_ expected: String?) -> Phrase {
            expected.map {
                say(
                    "giải quyết sau khi có kết quả hồ sơ đầu, dự kiến trả lúc \($0)",
                    "after the first, expected \($0)")
            } ?? say("giải quyết sau khi có kết quả hồ sơ đầu", "after the first")
        }
        static func slipLookup(_ code: String) -> Phrase { say("mã tra cứu \(code)", "look-up code \(code)") }
        static func onSlip(_ name: String) -> Phrase { say("(\(name))", "(\(name))") }
        static func member(_ name: String, _ due: String) -> Phrase {
            say("\(name): \(due)", "\(name): \(due)")
        }
        static func expected(_ due: String) -> Phrase { say("dự kiến \(due)", "expected \(due)") }
    }
}
