import Forms
import Models

extension Strings {
    /// Who does which step of which procedure.
    enum Bindings {
        static let title = say("Phân công thủ tục", "Who does which step")
        static let command = say("Đơn vị và phân công thủ tục", "Units, and who does which step")
        static let change = say("Đổi phân công", "Change who does it")
        static let changes = say("Các lần đổi phân công", "Changes of who does what")
        static let preview = say("Xem trước khi lưu", "Before it is saved")
        static let placeholder = say(
            "tên thủ tục, mã, hoặc mẫu mã như 1.00*", "name, code, or a pattern of codes: 1.00*")
        static let none = say("Không có thủ tục nào như vậy.", "There is no such procedure.")
        static let code = say("Mã", "Code")
        static let procedure = say("Thủ tục", "Procedure")
        static let step = say("Bước", "Step")
        static let stepByStep = say("Từng bước", "Step by step")
        static let holders = say("Người làm", "Who does it")
        static let nobody = say("không ai", "nobody")
        static let ownUnit = say("đơn vị", "the unit")
        static let unable = say("không làm được", "not able to")

        static func loaded(_ count: Int, marked: Int) -> Phrase {
            marked > 0
                ? say(
                    "\(count) thủ tục, đã chọn \(marked)", "\(counted(count, "procedure")), \(marked) marked")
                : say("\(count) thủ tục", counted(count, "procedure"))
        }

        static func group(_ state: String?) -> Phrase {
            switch state {
            case "gaps": say("Có bước không ai làm", "With a step that nobody does")
            case "bound": say("Đã phân công", "Done here")
            case "unbound": say("Chưa phân công", "Not done here")
            default: say("Tất cả thủ tục", "All procedures")
            }
        }

        /// A role as the head of a narrow column.
        static func short(_ role: String) -> Phrase {
            switch role {
            case "reception": say("Tiếp nhận", "Reception")
            case "review": say("Thẩm định", "Review")
            case "approval": say("Ký duyệt", "Approval")
            case "clerk": say("Văn thư", "Clerk")
            default: say("Thu phí", "Cashier")
            }
        }

        static func gaps(_ steps: [String]) -> Phrase {
            say(
                "Hôm nay không ai làm: \(steps.joined(separator: ", ")).",
                "Nobody does today: \(steps.joined(separator: ", ")).")
        }
        static func allOf(_ unit: String) -> Phrase {
            say("mọi người giữ vai trò ở \(unit)", "all of \(unit) who hold the role")
        }
        static func within(_ time: ServiceTime) -> Phrase {
            say("trong \(time.words.text(.vi))", "within \(time.words.text(.en))")
        }
        static func more(_ count: Int) -> Phrase { say("và \(count) người nữa", "and \(count) more") }
        static func arrives(_ names: String) -> Phrase {
            say("Hồ sơ đến bước này hôm nay: \(names)", "A dossier gets to, today: \(names)")
        }

        // MARK: The form

        static let kind = say("Ai làm", "Who")
        static func name(_ kind: BindingTask.Kind) -> Phrase {
            switch kind {
            case .officer: say("một cán bộ", "an officer")
            case .unit: say("mọi người giữ vai trò ở một đơn vị", "all of a unit who hold the role")
            case .like: say("như ở đơn vị khác", "as in another unit")
            case .standard: say("một cửa chuẩn", "the one-stop standard")
            case .clear: say("không ai (bỏ phân công)", "nobody")
            }
        }
        static let officer = say("Cán bộ", "Officer")
        static let officerHelp = say(
            "Chỉ các bước mà vai trò của người này làm được.", "Only those steps that his roles do.")
        static let group = say("Đơn vị làm", "Unit")
        static let groupHelp = say(
            "Đơn vị, phòng hoặc công an phường; ai giữ vai trò của bước đều làm.",
            "A unit, a department or the police; whoever holds the step's role does it.")
        static let model = say("Đơn vị mẫu", "As in")
        static let modelHelp = say(
            "Người của đơn vị mẫu được thay bằng đơn vị này; phòng và công an tương ứng.",
            "The other unit's own officers become this one's, its police this one's police.")
        static let steps = say("Các bước của vai trò", "Steps of the roles")
        static let stepsHelp = say(
            "Để trống: mọi bước mà người hay đơn vị này làm được.",
            "Where none is chosen: every step that he or the unit is able to do.")
        static let keepOthers = say("Cùng người đang làm", "Beside those who do it")
        static let keepOthersHelp = say(
            "Không đánh dấu: thay người đang làm.", "Else in place of those who do it.")
        static let toHelp = say(
            "Để trống: không thời hạn. Hết ngày này người trước làm lại.",
            "None: without a limit. After it those do it again who did before.")
        static let hours = say("Hạn nội bộ (giờ)", "Sub-deadline (hours)")
        static let hoursHelp = say(
            "Giờ làm việc, không dài hơn thời gian của bước.",
            "Working hours, not longer than the step's time.")
        static let moreUnits = say("Cả các đơn vị", "Also in the units")
        static let moreUnitsHelp = say(
            "Làm như vậy ở nhiều đơn vị trong một lần lưu.", "The same in many units, as one act.")
        static let look = say("Xem trước", "Look at it")
        static func about(_ task: BindingTask) -> Phrase {
            let unit = task.unit.name
            guard task.rows.count == 1, let row = task.rows.first else {
                return say(
                    "\(task.rows.count) thủ tục · \(unit)",
                    "\(counted(task.rows.count, "procedure")) · \(unit)")
            }
            let name = [task.step?.name, row.procedure.name].compactMap(\.self).joined(separator: " · ")
            return say("\(name) · \(unit)", "\(name) · \(unit)")
        }
        /// For the administrator, should the act stay open.
        static func actTitle(_ count: Int, _ about: String) -> String {
            "\(change.vi): \(count) thủ tục, \(about)"
        }

        // MARK: Before it is saved

        static func counts(_ preview: BindingsPreview) -> Phrase {
            say(
                "Đổi \(preview.changedSteps) bước ở \(preview.changed) dòng; \(preview.unchanged) dòng giữ nguyên.",
                "\(counted(preview.changedSteps, "step changes", "steps change")) in \(counted(preview.changed, "row")); "
                    + "\(counted(preview.unchanged, "stays", "stay")).")
        }
        static func gapTitle(_ isMeant: Bool) -> Phrase {
            isMeant
                ? say("Sẽ không ai làm (đã đồng ý)", "Nobody will do (as is meant)")
                : say("Sẽ không ai làm: chưa lưu được", "Nobody would do: it can't be saved")
        }
        static func gap(_ gap: BindingGap, step: String, procedure: String, unit: String) -> Phrase {
            say(
                "\(unit), \(procedure): \(step), từ \(gap.from.display)",
                "\(unit), \(procedure): \(step), from \(gap.from.display)")
        }
        static let before = say("    trước", "    before")
        static let after = say("    sau", "    after")
        static func arrivalTitle(_ day: LocalDate, _ today: LocalDate) -> Phrase {
            day == today
                ? say("Sau khi lưu, hồ sơ hôm nay sẽ đến:", "Once saved, a dossier of today gets to:")
                : say("Hồ sơ ngày \(day.display) sẽ đến:", "A dossier of \(day.display) gets to:")
        }
        static func rest(_ count: Int) -> Phrase {
            say(
                "… và \(count) dòng nữa cũng đổi.",
                "… and \(counted(count, "more row changes", "more rows change")).")
        }
        static let saving = say("Đang lưu …", "Saving …")
        static let confirm = say(
            "F10 lưu tất cả trong một lần; hoàn tác được.", "F10 saves it all as one act.")
        static let cannotSave = say(
            "Chưa lưu được, xem các dòng đỏ.", "It can't be saved: see what is marked.")
        static func saved(_ change: BindingsChange) -> Phrase {
            say(
                "Đã đổi \(change.steps) bước ở \(change.rows) dòng.",
                "\(counted(change.steps, "step")) changed in \(counted(change.rows, "row")).")
        }

        // MARK: Changes

        static let noChanges = say("Chưa có lần đổi nào.", "Nothing was changed yet.")
        static let at = say("Lúc", "When")
        static let by = say("Người đổi", "By")
        static let what = say("Nội dung", "What")
        static let isUndone = say("[đã hoàn tác]", "[taken back]")
        static let undo = say("Hoàn tác", "Take back")
        static let undoTitle = say("Hoàn tác lần đổi này?", "Take this change back?")
        static func undoText(_ change: BindingsChange) -> Phrase {
            say(
                "\(change.summary). \(change.rows) dòng trở lại như trước, có hiệu lực ngay.",
                "\(change.summary). "
                    + counted(change.rows, "row is as it was before,", "rows are as they were before,")
                    + " at once.")
        }
        static func undone(_ change: BindingsChange) -> Phrase {
            say("Đã hoàn tác: \(change.summary).", "Taken back: \(change.summary).")
        }
        static func detail(_ change: BindingsChange) -> Phrase {
            let counts = say(
                "\(change.rows) dòng, \(change.steps) bước",
                "\(counted(change.rows, "row")), \(counted(change.steps, "step"))")
            guard let name = change.undoneBy?.name, let at = change.undoneAt else { return counts }
            return say(
                "\(counts.text(.vi)) · \(name) hoàn tác \(at.display)",
                "\(counts.text(.en)) · taken back by \(name), \(at.display)")
        }
    }

    /// The units of an administrator.
    enum Units {
        static let title = say("Đơn vị", "Units")
        static let placeholder = say("tên hoặc mã đơn vị", "name or code")
        static let none = say("Không có đơn vị nào như vậy.", "There is no such unit.")
        static let code = say("Mã", "Code")
        static let name = say("Tên đơn vị", "Name")
        static let officers = say("Cán bộ", "Officers")
        static let rename = say("Đổi tên đơn vị", "Rename a unit")
        static let newName = say("Tên mới", "New name")
        static let fromHelp = say(
            "Ngày đầu mang tên mới; để trống: hôm nay. Giấy tờ trước ngày đó giữ tên cũ.",
            "The first day of the new name; none: today. Papers of before keep the former one.")
        static let reasonHelp = say("Văn bản đổi tên.", "What says so.")
        static func next(_ name: String, _ day: LocalDate) -> Phrase {
            say("Từ \(day.display): \(name)", "From \(day.display): \(name)")
        }
        static func renamed(_ unit: UnitRecord) -> Phrase {
            if let name = unit.nextName, let day = unit.nextFrom { return next(name, day) }
            return say("Đã đổi tên: \(unit.name).", "Renamed: \(unit.name).")
        }
        static func loaded(_ count: Int, more: Bool) -> Phrase {
            more
                ? say("\(count) đơn vị đầu", "the first \(count)")
                : say("\(count) đơn vị", counted(count, "unit"))
        }
    }
}

extension Strings.Keys {
    private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
        Words(name: Strings.say(vi, en), help: Strings.say(viHelp, enHelp))
    }

    static let units = words(
        "Đơn vị", "Units", "Đơn vị, và ai làm bước nào của thủ tục nào (quản trị).",
        "Units, and who does which step of which procedure (administrators).")
    static let renameUnit = words(
        "Đổi tên", "Rename", "Đổi tên đơn vị từ một ngày.", "Calls the unit otherwise from a day on.")
    static let openBindings = words(
        "Các bước", "Steps", "Mở thủ tục: từng bước, người làm, hồ sơ hôm nay đến ai.",
        "Opens the procedure: step by step, who does it, who would get a dossier today.")
    static let markBinding = words(
        "Chọn dòng", "Mark", "Chọn hoặc bỏ chọn thủ tục, rồi xuống dòng.",
        "Marks the procedure, or not, and goes on.")
    static let markAllBindings = words(
        "Chọn hết", "Mark all", "Chọn mọi thủ tục mà bộ lọc cho thấy.",
        "Marks all that the filter lets through.")
    static let clearBindingMarks = words(
        "Bỏ chọn", "No marks", "Bỏ chọn tất cả.", "Takes all marks away.")
    static let planBindings = words(
        "Phân công", "Assign", "Đổi người làm cho các thủ tục đã chọn, hoặc thủ tục này; xem trước khi lưu.",
        "Changes who does the marked procedures, or this one; looked at before it is saved.")
    static let otherBindings = words(
        "Nhóm khác", "Other group", "Lần lượt: tất cả, có bước không ai làm, đã phân công, chưa phân công.",
        "In turn: all, with a step that nobody does, done here, not done here.")
    static let bindingChanges = words(
        "Các lần đổi", "Changes", "Các lần đổi phân công, và hoàn tác.",
        "Changes of bindings, to be taken back.")
    static let planStep = words(
        "Phân công bước", "Assign", "Đổi người làm bước này.", "Changes who does this step.")
    static let planRow = words(
        "Cả thủ tục", "All steps", "Đổi người làm cả thủ tục.", "Changes who does the whole procedure.")
    static let clearStep = words(
        "Bỏ phân công", "Nobody", "Bỏ phân công bước này.", "Takes those away who do this step.")
    static let saveBindings = words(
        "Lưu", "Save", "Lưu tất cả trong một lần.", "Saves it all as one act.")
    static let undoBindings = words(
        "Hoàn tác", "Take back", "Trả lại phân công trước lần đổi này.",
        "Puts back what held before this change.")
}
