import Forms
import Models

extension Strings {
    /// The ways that dossiers go, as data.
    enum Processes {
        static let title = say("Quy trình", "Processes")
        static let one = say("Quy trình", "Process")
        static let command = say("Quy trình của thủ tục", "Processes of procedures")
        static let placeholder = say("tên, mã thủ tục hoặc mã quy trình", "name, procedure, or id")
        static let none = say("Không có quy trình nào như vậy.", "There is no such process.")
        static let procedure = say("Thủ tục", "Procedure")
        static let name = say("Tên", "Name")
        static let number = say("Bản", "No.")
        static let stateColumn = say("Tình trạng", "State")
        static let fromColumn = say("Từ ngày", "From")
        static let state = say("Tình trạng", "State")
        static let statutory = say("Thời hạn", "Time")
        static let supplement = say("Chờ bổ sung", "For a supplement")
        static let entry = say("Bước đầu", "First step")
        static let kind = say("loại bước", "kind")
        static let status = say("trạng thái", "status")
        static let time = say("thời gian", "time")
        static let clock = say("đồng hồ", "clock")
        static let resume = say("tính tiếp sau khi dừng", "after the pause")
        static let guards = say("điều kiện", "only if")
        static let needs = say("phải kèm", "comes with")
        static let emits = say("sinh ra", "brings forth")
        static let undo = say("hoàn tác được, phút", "undone within, minutes")
        static let order = say("Thứ tự các bước khác đi.", "The steps stand in another order.")
        static let drawing = say("Sơ đồ", "Drawing")
        static let steps = say("Các bước", "Steps")
        static let clean = say("Kiểm tra: không có lỗi", "Checked: nothing wrong")
        static let cleanText = say(
            "Có thể đưa vào áp dụng. Sau đó bản này không sửa được nữa.",
            "It can be brought into force. From then on it can't be changed.")
        static let put = say("Đưa quy trình từ tệp", "A process from a file")
        static let choose = say(
            "Chọn tệp JSON của quy trình, hoặc gõ đường dẫn.",
            "Choose the process's JSON file, or type its path.")
        static let noJSON = say(
            "Tệp không phải JSON. Chưa có gì được gửi đi.", "The file isn't JSON. Nothing has been sent.")
        static let noProcess = say(
            "Tệp là JSON nhưng thiếu phần của quy trình (docs/processes.md). Chưa có gì được gửi đi.",
            "The file is JSON, but parts of a process are missing (docs/processes.md). Nothing has been sent."
        )
        static let fileHint = say(
            "Chưa gửi đi. F10 đưa vào làm bản dự thảo; hồ sơ chưa đi theo nó.",
            "Not sent yet. F10 makes it a draft; no dossier goes along it.")
        static let activate = say("Đưa vào áp dụng", "Bring into force")
        static let activationText = say(
            "Hồ sơ tiếp nhận từ ngày ấy đi theo bản này; hồ sơ đang giải quyết giữ bản cũ. Không hoàn tác được.",
            "Dossiers taken in from that day go along this version; open ones keep theirs. It can't be taken back."
        )
        static let fromHelp = say(
            "Ngày đầu áp dụng, không ở quá khứ; để trống: hôm nay.",
            "The first day, not in the past; none: today.")

        static func group(_ state: String?) -> Phrase {
            state.map(Self.state) ?? say("Tất cả quy trình, mọi bản", "All processes, every version")
        }

        static func state(_ code: String) -> Phrase {
            switch code {
            case "draft": say("Dự thảo", "Draft")
            case "active": say("Đang áp dụng", "In force")
            case "retired": say("Hết áp dụng", "Retired")
            default: say(code, code)
            }
        }

        static func state(_ process: ProcessOutline, isFile: Bool) -> Phrase {
            if isFile { return say("Tệp, chưa đưa vào hệ thống", "A file, not in the system yet") }
            let words = state(process.state)
            guard process.state != "draft" else { return words }
            let from = process.effectiveFrom.display
            guard let to = process.effectiveTo?.display else {
                return say("\(words.text(.vi)) từ \(from)", "\(words.text(.en)) from \(from)")
            }
            return say("\(words.text(.vi)), \(from) – \(to)", "\(words.text(.en)), \(from) – \(to)")
        }

        static func kind(_ code: String) -> Phrase {
            switch code {
            case "intake": say("tiếp nhận", "intake")
            case "review": say("xử lý", "work")
            case "sign": say("ký", "signature")
            case "deliver": say("trả kết quả", "giving out")
            case "terminal": say("kết thúc", "end")
            case "wait_citizen": say("chờ công dân", "waits for the citizen")
            case "wait_payment": say("chờ nộp tiền", "waits for money")
            case "wait_external": say("chờ cơ quan khác", "waits for another agency")
            default: say(code, code)
            }
        }

        static func clock(_ code: String) -> Phrase {
            switch code {
            case "run": say("đồng hồ chạy", "the clock runs")
            case "pause": say("đồng hồ tạm dừng", "the clock pauses")
            case "stop": say("đồng hồ đứng", "the clock stands")
            default: say(code, code)
            }
        }

        static func status(_ code: Int) -> Phrase { say("trạng thái \(code)", "status \(code)") }
        static func days(_ count: Int) -> Phrase {
            say("\(count) ngày", count == 1 ? "1 day" : "\(count) days")
        }
        static func version(_ name: String, _ version: Int) -> Phrase {
            say("\(name), bản \(version)", "\(name), version \(version)")
        }
        static func step(_ name: String) -> Phrase { say("bước “\(name)”", "step “\(name)”") }
        static func leads(_ action: Phrase, _ to: String) -> Phrase {
            say("\(action.text(.vi)) → \(to)", "\(action.text(.en)) → \(to)")
        }
        static func way(_ from: String, _ action: Phrase, _ to: String) -> Phrase {
            say("\(from): \(action.text(.vi)) → \(to)", "\(from): \(action.text(.en)) → \(to)")
        }
        static func change(_ label: Phrase, _ from: String, _ to: String) -> Phrase {
            say("\(label.text(.vi)): \(from) → \(to)", "\(label.text(.en)): \(from) → \(to)")
        }
        static func change(in thing: Phrase, _ label: Phrase, _ from: String, _ to: String) -> Phrase {
            say(
                "\(thing.text(.vi)), \(label.text(.vi)): \(from) → \(to)",
                "\(thing.text(.en)), \(label.text(.en)): \(from) → \(to)")
        }
        static func findings(_ count: Int) -> Phrase {
            say(
                "Kiểm tra: \(count) lỗi",
                count == 1 ? "Checked: 1 thing wrong" : "Checked: \(count) things wrong")
        }
        static func difference(_ version: Int, _ count: Int) -> Phrase {
            count == 0
                ? say("Không khác bản \(version) đang áp dụng", "As version \(version), which is in force")
                : say(
                    "Khác bản \(version) đang áp dụng: \(count) chỗ",
                    "Otherwise than version \(version), which is in force: \(count)")
        }
        static func undrawn(_ count: Int) -> Phrase {
            say(
                "Còn \(count) đường không đủ chỗ vẽ, xem ở các bước.",
                "No room for \(count) more ways: the steps below have them.")
        }
        static func loaded(_ count: Int, more: Bool) -> Phrase {
            more
                ? say("\(count) bản đầu", "the first \(count)")
                : say("\(count) bản", count == 1 ? "1 version" : "\(count) versions")
        }
        static func drafted(_ process: ProcessOutline) -> Phrase {
            say(
                "Đã đưa vào làm dự thảo, bản \(process.version).",
                "It is the draft of version \(process.version).")
        }
        static func activated(_ process: ProcessOutline) -> Phrase {
            say(
                "Bản \(process.version) áp dụng từ \(process.effectiveFrom.display).",
                "Version \(process.version) is in force from \(process.effectiveFrom.display).")
        }
    }
}

extension Strings.Keys {
    private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
        Words(name: Strings.say(vi, en), help: Strings.say(viHelp, enHelp))
    }

    static let otherProcesses = words(
        "Nhóm khác", "Other group", "Tất cả, dự thảo, đang áp dụng, hết áp dụng.",
        "All, drafts, in force, retired.")
    static let putProcess = words(
        "Đưa từ tệp", "From a file", "Đưa một bản quy trình từ tệp JSON vào làm dự thảo (quản trị bộ).",
        "Puts a version in as a draft, from a JSON file (the ministry's administrators).")
    static let savePutProcess = words(
        "Đưa vào", "Put in", "Gửi tệp đang xem vào làm bản dự thảo.", "Sends the file as a draft.")
    static let activateProcess = words(
        "Áp dụng", "Into force", "Đưa bản dự thảo không có lỗi vào áp dụng từ một ngày.",
        "Brings a draft without faults into force from a day on.")
}
