import Forms

extension Strings {
    /// What was typed into a form and not done.
    enum Typed {
        static let kept = say(
            "Nội dung đã gõ được giữ lại: mở lại đúng biểu này thì có.",
            "What you typed is kept: it is there when you open this form again.")
        static let inMemory = say(
            "Chưa ghi được nội dung đã gõ xuống đĩa: chỉ còn trong bộ nhớ, mất khi thoát desk hay đăng xuất.",
            "What you typed could not be written to the disk: it is in memory only, and goes when desk ends or you log out."
        )
    }
}
