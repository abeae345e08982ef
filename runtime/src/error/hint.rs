//! Hints: the usual causes of well-known rejections.

/// The name of the operation that issues access tokens.
pub(crate) const GET_TOKEN: &str = "authentication.get_token";

/// The HTTP status of a request without valid credentials.
pub(crate) const UNAUTHORIZED: u16 = 401;

const WRONG_CREDENTIALS: &str = "check the imp_key and the imp_secret: they must be PortOne's REST API \
     key and REST API secret, not those of the payment gateway";

/// Parts of messages with the usual cause. Codes are left out: the same failure has had different
/// ones.
const BY_MESSAGE: [(&str, &str); 1] = [(
    "비인증결제모듈 사용정보를 찾을 수 없습니다",
    "the channel has no contract for payments by API (key-in or billing keys), or `pg` or \
     `channel_key` selects another channel",
)];

/// The usual cause of a rejection; none unless it is well known.
pub(super) fn hint(operation: &str, status: u16, message: Option<&str>) -> Option<&'static str> {
    if operation == GET_TOKEN && status == UNAUTHORIZED {
        return Some(WRONG_CREDENTIALS);
    }
    let message = message?;
    BY_MESSAGE.iter().find(|(part, _)| message.contains(part)).map(|(_, hint)| *hint)
}
