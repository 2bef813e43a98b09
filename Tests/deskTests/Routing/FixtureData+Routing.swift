import APIClient
import Forms
import Models
import Synchronization

@testable import desk

/// What the scripted central system says of acts: a dossier at review that can be handed on, sent back or wait for
/// papers, and can't be signed yet.
extension FixtureData {
    static let other = OfficerRef(
        id: "01900000-0000-7000-8000-00000000a002", name: "Lê Văn Thành", position: "Chuyên viên")

    static let inReview: Dossier = {
        var dossier = FixtureData.dossier
        dossier.revision = 3
        dossier.status = 4
        dossier.statusName = "Đang xử lý"
        dossier.step = "tham_dinh"
        dossier.stepName = "Thẩm định"
        return dossier
    }()

    /// The first dossier of the queue.
    static let firstInReview: Dossier = {
        var dossier = inReview
        dossier.id = items(1)[0].id
        dossier.code = items(1)[0].code
        return dossier
    }()

    static func option(
        _ verb: ProcessAction, _ name: String, to step: String? = nil, needs: [ProcessNeed] = [],
        forms: [String] = [], undo: Int? = nil, reasons: [ActionReason] = []
    ) -> ActionOption {
        ActionOption(
            action: verb, name: name, to: step.map { _ in "buoc" }, toName: step, allowed: reasons.isEmpty,
            reasons: reasons, needs: needs, forms: forms, undoMinutes: undo)
    }

    static let notSigned = ActionReason(
        code: "guard.result_attached", message: "Chưa có kết quả để ký.",
        hint: "Làm \"Có kết quả\" trước, rồi ký.")

    static let options = ActionOptions(
        revision: 3,
        items: [
            option(.forward, "Chuyển lãnh đạo duyệt", to: "Duyệt", undo: 10),
            option(.sign, "Ký số", to: "Chờ trả", needs: [.signature], reasons: [notSigned]),
            option(.sendBack, "Trả lại bước trước", to: "Tiếp nhận", needs: [.note]),
            option(.requestSupplement, "Yêu cầu bổ sung", needs: [.note, .missing], forms: ["02"]),
            option(.supplementIn, "Nhận bổ sung", needs: [.documents]),
            option(.finish, "Có kết quả", needs: [.result]),
            option(.extend, "Gia hạn", needs: [.note, .newDueDate], forms: ["04"]),
            option(.deliver, "Trả kết quả", needs: [.handoverProof]),
            option(.requestPayment, "Yêu cầu nộp tiền", needs: [.payment]),
            option(.claim, "Nhận xử lý"),
            option(.reassign, "Giao người khác"),
            option(.undo, "Hoàn tác", to: "Thẩm định"),
        ], assignees: [other])

    static let clock = DossierClock(
        acceptedAt: Instant(rfc3339: "2026-11-19T08:00:00+07:00"),
        dueAt: Instant(rfc3339: "2026-11-25T08:00:00+07:00"), amount: 3, unit: .workingDay,
        pauses: [
            Pause(
                from: Instant(rfc3339: "2026-11-20T08:00:00+07:00")!,
                to: Instant(rfc3339: "2026-11-21T08:00:00+07:00"))
        ], explanation: [], overdue: false, usedPercent: 61)

    static let claim = DossierClaim(
        officer: me.officer, since: Instant(rfc3339: "2026-11-23T09:41:00+07:00")!,
        until: Instant(rfc3339: "2026-11-23T09:46:00+07:00")!)

    /// The dossier of the id that a request names.
    static func named(in request: Request, of dossier: Dossier = inReview) -> Dossier {
        let parts = request.target.prefix { $0 != "?" }.split(separator: "/")
        var dossier = dossier
        if parts.count > 2 { dossier.id = String(parts[2]) }
        if let item = items(20).first(where: { $0.id == dossier.id }) {
            dossier.code = item.code
            dossier.applicant.name = item.applicantName
        }
        return dossier
    }

    /// The dossier after an act: the next revision, a step on.
    static func after(_ request: Request) -> Dossier {
        var dossier = named(in: request)
        dossier.revision += 1
        dossier.step = "duyet"
        dossier.stepName = "Duyệt"
        return dossier
    }

    static func answerRouting(on transport: ScriptedTransport) {
        transport.on(.get, "/v1/dossiers/*/actions", .answer(json: json(options)))
        transport.on(.get, "/v1/dossiers/*/clock", .answer(json: json(clock)))
        transport.on(.get, "/v1/dossiers/*/events", .answer(json: json(Page(items: events, nextCursor: nil))))
        transport.on(.put, "/v1/dossiers/*/claim", .answer(json: json(claim)))
        transport.on(.delete, "/v1/dossiers/*/claim", .answer(Response(status: 204)))
        for item in items(20) {
            transport.on(.get, "/v1/dossiers/\(item.id)", .reply { .json(json(named(in: $0))) })
        }
        transport.on(.post, "/v1/dossiers/*/actions", .reply { .json(json(after($0))) })
        transport.on(
            .get, "/v1/colleagues", .answer(json: json(Page(items: [other], nextCursor: nil))))
    }
}
