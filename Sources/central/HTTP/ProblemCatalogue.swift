/// Status, title and retryability of every problem. All words that central itself says to people about a
/// refusal stand here or beside the check that found the fault.
enum ProblemCatalogue {
    struct Row: Sendable {
        var status: Int
        /// Vietnamese, for people.
        var title: String
        /// Trying the same again, later, may succeed.
        var isRetryable = false
    }

    static func row(_ kind: ProblemKind) -> Row {
        switch kind {
        case .malformedJSON: Row(status: 400, title: "Nội dung gửi lên không phải JSON đúng dạng")
        case .malformedRequest: Row(status: 400, title: "Yêu cầu không đúng dạng")
        case .unknownParameter: Row(status: 400, title: "Yêu cầu có tham số không được biết")
        case .invalidParameter: Row(status: 400, title: "Tham số không hợp lệ")
        case .idempotencyKeyMissing: Row(status: 400, title: "Thiếu khóa của thao tác (Idempotency-Key)")
        case .idempotencyKeyInvalid: Row(status: 400, title: "Khóa của thao tác phải là một UUID")
        case .unauthorized: Row(status: 401, title: "Cần đăng nhập")
        case .forbidden: Row(status: 403, title: "Cán bộ không có quyền làm việc này")
        case .breakGlassRequired: Row(status: 403, title: "Quản trị không xem hồ sơ")
        case .notBound: Row(status: 403, title: "Cán bộ không được phân quyền ở bước này")
        case .actionNotAllowed: Row(status: 409, title: "Quy trình không cho làm việc này lúc này")
        case .claimed: Row(status: 409, title: "Người khác đang xử lý hồ sơ", isRetryable: true)
        case .notFound: Row(status: 404, title: "Không tìm thấy")
        case .unknownRoute: Row(status: 404, title: "Không có địa chỉ này")
        case .methodNotAllowed: Row(status: 405, title: "Địa chỉ này không nhận phương thức đó")
        case .requestInProgress:
            Row(status: 409, title: "Thao tác này đang được thực hiện", isRetryable: true)
        case .uploadOffsetMissing: Row(status: 400, title: "Thiếu vị trí của phần tệp (Upload-Offset)")
        case .uploadOffset: Row(status: 409, title: "Phần tệp này không nối tiếp phần đã nhận")
        case .tooManyRequests: Row(status: 429, title: "Quá nhiều yêu cầu", isRetryable: true)
        case .bodyTimeout: Row(status: 408, title: "Nội dung gửi lên quá chậm", isRetryable: true)
        case .revisionConflict: Row(status: 412, title: "Đã được người khác cập nhật")
        case .bodyTooLarge: Row(status: 413, title: "Nội dung gửi lên quá lớn")
        case .unsupportedMediaType: Row(status: 415, title: "Kiểu nội dung không được hỗ trợ")
        case .invalidBody: Row(status: 422, title: "Nội dung gửi lên không đúng cấu trúc")
        case .invalidInput: Row(status: 422, title: "Thông tin chưa hợp lệ")
        case .idempotencyKeyReused:
            Row(status: 422, title: "Khóa của thao tác đã dùng cho một nội dung khác")
        case .revisionMissing: Row(status: 428, title: "Thiếu phiên bản đang sửa (If-Match)")
        case .internalFault: Row(status: 500, title: "Hệ thống gặp lỗi", isRetryable: true)
        case .storageUnavailable:
            Row(status: 503, title: "Nơi lưu trữ tạm thời không ghi được", isRetryable: true)
        case .paymentPending: Row(status: 409, title: "Đang chờ kết quả một khoản thu của hồ sơ này")
        case .paymentsPending: Row(status: 409, title: "Còn khoản thu chưa có kết quả")
        case .paymentEnded: Row(status: 409, title: "Khoản thu này không còn làm việc đó được")
        case .nothingOwed: Row(status: 409, title: "Hồ sơ không còn khoản nào phải nộp")
        case .noBeneficiary: Row(status: 409, title: "Chưa có tài khoản nhận chuyển khoản")
        case .receiptSeriesUsedUp: Row(status: 409, title: "Hết số biên lai")
        case .receiptVoid: Row(status: 409, title: "Biên lai này không còn hiệu lực")
        case .cashSessionOpen: Row(status: 409, title: "Ngăn tiền ở quầy này đang mở")
        case .cashSessionClosed: Row(status: 409, title: "Ngăn tiền này không dùng được")
        case .cashSessionNotCounted: Row(status: 409, title: "Ngăn tiền chưa kiểm đếm")
        case .secondOfficer: Row(status: 403, title: "Việc này cần một người khác làm")
        case .badSignature: Row(status: 403, title: "Chữ ký của thông báo không đúng")
        case .amountMismatch: Row(status: 409, title: "Số tiền không khớp với khoản thu")
        case .unmatchedResolved: Row(status: 409, title: "Khoản này đã được xử lý")
        case .lastAdministrator: Row(status: 409, title: "Đây là quản trị cuối cùng")
        case .changePending: Row(status: 409, title: "Đã có một đề nghị đang chờ về cán bộ này")
        case .changeDecided: Row(status: 409, title: "Đề nghị này không còn chờ quyết định")
        case .noPostalSettings: Row(status: 409, title: "Đơn vị chưa khai báo gửi bưu chính")
        case .trackingNumbersUsedUp: Row(status: 409, title: "Hết số hiệu bưu gửi")
        case .shipmentExists: Row(status: 409, title: "Hồ sơ đang có một bưu gửi")
        case .shipmentNotPossible: Row(status: 409, title: "Chưa gửi bưu chính hồ sơ này được")
        case .shipmentWithPost: Row(status: 409, title: "Bưu gửi đã giao cho bưu điện")
        case .manifestClosed: Row(status: 409, title: "Bảng kê đã ký")
        case .manifestNotClosed: Row(status: 409, title: "Bảng kê chưa được bên giao ký")
        case .manifestEmpty: Row(status: 409, title: "Bảng kê chưa có bưu gửi nào")
        case .codMismatch: Row(status: 409, title: "Tiền thu hộ không khớp")
        case .codSettled: Row(status: 409, title: "Tiền thu hộ đã quyết toán")
        case .codNotCollected: Row(status: 409, title: "Bưu gửi không có tiền thu hộ để quyết toán")
        case .feedRestarted: Row(status: 410, title: "Dòng thay đổi không còn đến tận vị trí này")
        case .notReady: Row(status: 503, title: "Hệ thống chưa sẵn sàng", isRetryable: true)
        }
    }

    /// What to do, where the refusal itself brings no better words.
    static func detail(_ kind: ProblemKind) -> String {
        switch kind {
        case .unauthorized: "Phiên làm việc không có hoặc đã hết hạn. Hãy đăng nhập lại."
        case .forbidden: "Nếu cần, hãy đề nghị quản trị đơn vị phân quyền."
        case .notBound: "Đề nghị quản trị phân quyền hoặc ủy quyền nếu đây là việc của mình."
        case .actionNotAllowed: "Xem từng lý do kèm theo."
        case .claimed: "Chờ người đó xong, hoặc thử lại sau ít phút."
        case .notFound: "Không có, hoặc không thuộc đơn vị của cán bộ."
        case .internalFault: "Hãy thử lại. Nếu vẫn lỗi, báo quản trị kèm mã theo dõi."
        case .storageUnavailable: "Chưa có gì được ghi. Hãy thử lại sau ít phút."
        case .requestInProgress: "Hãy chờ giây lát rồi gửi lại đúng yêu cầu này."
        case .idempotencyKeyReused: "Thao tác mới cần một khóa mới."
        case .uploadOffsetMissing: "Gửi Upload-Offset là số byte đã gửi trước phần này."
        case .uploadOffset: "Gửi tiếp từ vị trí ghi trong Upload-Offset của câu trả lời này."
        case .tooManyRequests: "Hãy thử lại sau thời gian ghi trong Retry-After."
        case .bodyTimeout: "Kiểm tra đường truyền rồi gửi lại."
        case .bodyTooLarge: "Nhiều nhất 256 KiB."
        case .unsupportedMediaType: "Hãy gửi application/json."
        case .revisionMissing: "Hãy tải lại, rồi gửi kèm phiên bản trong If-Match."
        case .revisionConflict: "Hãy tải lại để xem nội dung mới nhất."
        case .malformedJSON: "Kiểm tra dấu ngoặc, dấu phẩy và bảng mã UTF-8 của nội dung."
        case .malformedRequest: "Kiểm tra cách mã hóa địa chỉ."
        case .unknownParameter: "Bỏ các tham số không được biết."
        case .invalidParameter: "Xem từng tham số kèm theo."
        case .idempotencyKeyMissing: "Gửi kèm Idempotency-Key, tạo khi bắt đầu thao tác."
        case .idempotencyKeyInvalid: "Ví dụ: 01900000-0000-7000-8000-000000000001."
        case .unknownRoute: "Xem các địa chỉ trong /openapi.yaml."
        case .methodNotAllowed: "Các phương thức nhận được ghi trong Allow."
        case .invalidBody, .invalidInput: "Sửa từng chỗ sai kèm theo rồi gửi lại."
        case .paymentPending:
            "Chờ kết quả, hoặc bỏ khoản chuyển khoản đang chờ rồi thu cách khác. Không thu hai lần."
        case .paymentsPending: "Chờ có kết quả, hoặc xác nhận để lại: tiền về sau vẫn được ghi nhận."
        case .paymentEnded: "Tải lại để xem khoản thu đang thế nào."
        case .nothingOwed: "Không thu thêm. Nếu người nộp đã trả hai lần thì hoàn lại."
        case .noBeneficiary: "Thu tiền mặt, hoặc đề nghị quản trị khai báo tài khoản thụ hưởng của đơn vị."
        case .breakGlassRequired: "Khi thật cần, mở một hồ sơ trong 30 phút, có ghi lý do."
        case .receiptSeriesUsedUp:
            "Chưa thu, chưa ghi gì. Đề nghị quản trị bổ sung dải số biên lai của năm rồi thu lại."
        case .receiptVoid: "Tải lại để xem biên lai nào đang có hiệu lực."
        case .cashSessionOpen: "Đóng ngăn tiền đó trước khi mở ngăn mới ở cùng quầy."
        case .cashSessionClosed: "Mở ngăn tiền mới, hoặc tải lại để xem ngăn nào đang mở."
        case .cashSessionNotCounted: "Kiểm đếm tiền trong ngăn rồi mới đóng."
        case .secondOfficer: "Người đã thu không tự làm được; nhờ một cán bộ khác của đơn vị."
        case .badSignature: "Kiểm tra khóa chung và cách ghép các trường khi ký."
        case .amountMismatch: "Chưa ghi thu; khoản tiền được giữ lại trong danh sách chưa khớp."
        case .unmatchedResolved: "Tải lại danh sách."
        case .lastAdministrator: "Giao vai trò quản trị cho một người khác trước."
        case .changePending: "Xác nhận hoặc bác đề nghị đó trước."
        case .changeDecided: "Tải lại để xem ai đã quyết định."
        case .noPostalSettings: "Đề nghị quản trị khai báo bưu cục, mã khách hàng và dải số của đơn vị."
        case .trackingNumbersUsedUp:
            "Chưa tạo gì. Đề nghị quản trị bổ sung dải số bưu điện cấp cho đơn vị rồi làm lại."
        case .shipmentExists: "Xem bưu gửi đó; hủy nó trước nếu cần gửi lại."
        case .shipmentNotPossible: "Tải lại hồ sơ để xem đang ở bước nào."
        case .shipmentWithPost: "Không hủy được nữa; chờ bưu điện phát hoặc chuyển hoàn."
        case .manifestClosed: "Mở bảng kê mới cho những bưu gửi còn lại."
        case .manifestNotClosed: "Bên giao ký bảng kê trước, rồi bưu điện mới ký nhận."
        case .manifestEmpty: "Quét bưu gửi vào rồi mới ký."
        case .codMismatch: "Chưa ghi gì. Đối chiếu lại với bưu điện."
        case .codSettled: "Tải lại để xem ai đã quyết toán, lúc nào."
        case .codNotCollected: "Chỉ quyết toán bưu gửi có thu hộ và đã phát thành công."
        case .feedRestarted: "Hãy tải lại những gì đang hiển thị, rồi hỏi lại không kèm after."
        case .notReady: "Hãy thử lại sau ít giây."
        }
    }
}
