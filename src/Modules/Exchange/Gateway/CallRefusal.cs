using Microsoft.AspNetCore.Http;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Gateway;

/// <summary>Why a call does not go through, or was cut, in the order of the way. The log has the code of <see cref="RefusalKind"/>.</summary>
internal enum CallRefusal
{
    /// <summary>It goes through.</summary>
    None,

    NoToken,
    BadToken,
    Elsewhere,
    NoService,
    NoGrant,
    SeveralGrants,
    GrantNotYet,
    GrantExpired,
    GrantSuspended,
    GrantEnded,
    EntrySuspended,
    NoEntry,
    Forbidden,
    NotMounted,
    TooFast,
    QuotaUsed,
    UnknownParameter,
    RepeatedParameter,
    MissingParameter,
    OtherValue,
    ItemNotGranted,
    BadRequest,
    BodyTooLarge,
    ProviderSilent,
    ProviderSlow,
    ProviderBroke,
    ProviderFailed,
    ProviderRejects,
    ProviderRedirects,
    AnswerUnreadable,
    BreakerOpen,
    NotLogged,
    Cut,
    CallerSlow,
    CallerLeft,
    PlatformFailed,
}

/// <summary>At whose side a call failed.</summary>
internal enum Side
{
    /// <summary>调用方.</summary>
    Caller,

    /// <summary>提供方.</summary>
    Provider,

    /// <summary>平台.</summary>
    Platform,
}

/// <summary>How far a call came.</summary>
internal enum Stage
{
    /// <summary>令牌和来源地址.</summary>
    Identity,

    /// <summary>授权.</summary>
    Grant,

    /// <summary>额度.</summary>
    Limits,

    /// <summary>请求参数.</summary>
    Request,

    /// <summary>提供方服务.</summary>
    Upstream,

    /// <summary>返回内容.</summary>
    Answer,

    /// <summary>使用记录.</summary>
    Log,
}

/// <summary>What is said of a refusal: one table, in the order of the way.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Text">Chinese sentence: what is wrong and what to do.</param>
/// <param name="Clause">The article of law that stops such a call, as Chinese documents cite it; empty where none does, or where the entry of the 负面清单 names its own.</param>
internal sealed record RefusalKind(string Code, Stage Stage, Side Side, int Status, string Text, string Clause = "")
{
    private static readonly Dictionary<CallRefusal, RefusalKind> Table = new()
    {
        [CallRefusal.NoToken] = new("exchange.token.missing", Stage.Identity, Side.Caller, StatusCodes.Status401Unauthorized, "请求没有带令牌，请先用应用标识和密钥申请令牌。"),
        [CallRefusal.BadToken] = new("exchange.token.invalid", Stage.Identity, Side.Caller, StatusCodes.Status401Unauthorized, "令牌不对、过期或者已经作废，请重新申请令牌。"),
        [CallRefusal.Elsewhere] = new("exchange.address.foreign", Stage.Identity, Side.Caller, StatusCodes.Status403Forbidden, "这个来源地址没有登记，请在接入应用里申请变更来源地址。"),
        [CallRefusal.NoService] = new("exchange.service.unknown", Stage.Grant, Side.Caller, StatusCodes.Status404NotFound, "没有这个服务，或者它已经停用。"),
        [CallRefusal.NoGrant] = new("exchange.grant.none", Stage.Grant, Side.Caller, StatusCodes.Status403Forbidden, "这个应用没有这项数据的共享授权，请先提需求，或者把授权指定给这个应用。"),
        [CallRefusal.SeveralGrants] = new("exchange.grant.several", Stage.Grant, Side.Caller, StatusCodes.Status400BadRequest, "这个应用对这项数据有几项授权，请用请求头 Exchange-Grant 写明授权编号。"),
        [CallRefusal.GrantNotYet] = new("exchange.grant.not-yet", Stage.Grant, Side.Caller, StatusCodes.Status403Forbidden, "授权还没有到开始的日期。"),
        [CallRefusal.GrantExpired] = new("exchange.grant.expired", Stage.Grant, Side.Caller, StatusCodes.Status403Forbidden, "授权已经到期。还需要的请申请续期，不再需要的请登记处置情况。", Anchors.Disposal),
        [CallRefusal.GrantSuspended] = new("exchange.grant.suspended", Stage.Grant, Side.Caller, StatusCodes.Status403Forbidden, "授权已经暂停，请按通知整改后申请恢复。", Anchors.Suspension),
        [CallRefusal.GrantEnded] = new("exchange.grant.ended", Stage.Grant, Side.Caller, StatusCodes.Status403Forbidden, "授权已经终止，请按要求处置已取得的数据。", Anchors.Suspension),
        [CallRefusal.EntrySuspended] = new("exchange.entry.suspended", Stage.Grant, Side.Provider, StatusCodes.Status403Forbidden, "责任清单里这一条已经暂停提供，恢复后可以继续调用。", Anchors.Stopping),
        [CallRefusal.NoEntry] = new("exchange.entry.none", Stage.Grant, Side.Provider, StatusCodes.Status403Forbidden, "责任清单里已经没有这一条，授权不再有依据，请联系提供单位。"),
        [CallRefusal.Forbidden] = new("exchange.entry.forbidden", Stage.Grant, Side.Caller, StatusCodes.Status403Forbidden, "这项数据已经列入负面清单，不能按原样提供，请看替代方式。"),
        [CallRefusal.NotMounted] = new("exchange.mount.unfit", Stage.Grant, Side.Provider, StatusCodes.Status503ServiceUnavailable, "授权的数据项和挂接登记的对不上，请联系提供单位。"),
        [CallRefusal.TooFast] = new("exchange.rate.exceeded", Stage.Limits, Side.Caller, StatusCodes.Status429TooManyRequests, "调用太频繁，超过每秒次数，请稍后再试。"),
        [CallRefusal.QuotaUsed] = new("exchange.quota.used", Stage.Limits, Side.Caller, StatusCodes.Status429TooManyRequests, "今天的调用额度已经用完，明天零时重新计算。"),
        [CallRefusal.UnknownParameter] = new("exchange.parameter.unknown", Stage.Request, Side.Caller, StatusCodes.Status400BadRequest, "请求里有没有登记的参数，请看服务说明里的参数。"),
        [CallRefusal.RepeatedParameter] = new("exchange.parameter.repeated", Stage.Request, Side.Caller, StatusCodes.Status400BadRequest, "同一个参数只能写一次。"),
        [CallRefusal.MissingParameter] = new("exchange.parameter.missing", Stage.Request, Side.Caller, StatusCodes.Status400BadRequest, "缺少必填的参数。"),
        [CallRefusal.OtherValue] = new("exchange.parameter.value", Stage.Request, Side.Caller, StatusCodes.Status400BadRequest, "参数的值不在服务说明许可的范围内。"),
        [CallRefusal.ItemNotGranted] = new("exchange.item.not-granted", Stage.Request, Side.Caller, StatusCodes.Status403Forbidden, "请求用到了没有授权的数据项，不能用来查询、排序或者返回。", Anchors.BeyondNeed),
        [CallRefusal.BadRequest] = new("exchange.request.malformed", Stage.Request, Side.Caller, StatusCodes.Status400BadRequest, "请求的写法不符合服务说明。"),
        [CallRefusal.BodyTooLarge] = new("exchange.request.too-large", Stage.Request, Side.Caller, StatusCodes.Status413PayloadTooLarge, "请求内容太长。"),
        [CallRefusal.ProviderSilent] = new("exchange.provider.unreachable", Stage.Upstream, Side.Provider, StatusCodes.Status502BadGateway, "连不上提供方的服务，已经记录，请稍后再试。"),
        [CallRefusal.ProviderSlow] = new("exchange.provider.timeout", Stage.Upstream, Side.Provider, StatusCodes.Status504GatewayTimeout, "提供方的服务没有在规定时间内答复，已经记录，请稍后再试。"),
        [CallRefusal.ProviderBroke] = new("exchange.provider.broken", Stage.Upstream, Side.Provider, StatusCodes.Status502BadGateway, "提供方的服务答到一半断了，已经记录，请稍后再试。"),
        [CallRefusal.ProviderFailed] = new("exchange.provider.failed", Stage.Upstream, Side.Provider, StatusCodes.Status502BadGateway, "提供方的服务报错，已经记录，请稍后再试。"),
        [CallRefusal.ProviderRejects] = new("exchange.provider.rejected", Stage.Upstream, Side.Provider, StatusCodes.Status502BadGateway, "提供方的服务没有接受这次请求，请核对参数的值；参数没有问题的，请联系提供单位。"),
        [CallRefusal.ProviderRedirects] = new("exchange.provider.redirect", Stage.Upstream, Side.Provider, StatusCodes.Status502BadGateway, "提供方的服务转到了别的地址，平台不跟随，已经记录。"),
        [CallRefusal.AnswerUnreadable] = new("exchange.answer.unreadable", Stage.Answer, Side.Provider, StatusCodes.Status502BadGateway, "提供方返回的内容与挂接时登记的结构不符，不能放行。"),
        [CallRefusal.CallerSlow] = new("exchange.caller.slow", Stage.Answer, Side.Caller, StatusCodes.Status408RequestTimeout, "调用方接收得太慢，超过了规定时间，已经截断。"),
        [CallRefusal.BreakerOpen] = new("exchange.provider.paused", Stage.Upstream, Side.Provider, StatusCodes.Status503ServiceUnavailable, "提供方的服务连续出错，暂停转发几秒钟，请稍后再试。"),
        [CallRefusal.PlatformFailed] = new("exchange.platform.failed", Stage.Log, Side.Platform, StatusCodes.Status500InternalServerError, "平台出错，已经记录，请把调用编号告诉大数据中心。"),
        [CallRefusal.NotLogged] = new("exchange.log.failed", Stage.Log, Side.Platform, StatusCodes.Status503ServiceUnavailable, "平台暂时不能写使用记录，没有记录就不放行，请稍后再试。", Anchors.UseRecords),
    };

    /// <summary>What is said of one; a cut answer says nothing, it is over.</summary>
    public static RefusalKind Of(CallRefusal why) => Table[why];

    /// <summary>What is said under a code of the log; the code itself when it is no refusal of the table.</summary>
    public static string TextOf(string code) => Table.Values.FirstOrDefault(k => k.Code == code)?.Text ?? code;

    /// <summary>越权尝试: it asked for more than was granted.</summary>
    public static bool IsBeyondScope(string code) => Table.Any(k => k.Value.Code == code && k.Key is ( CallRefusal.Elsewhere or CallRefusal.NoGrant or CallRefusal.GrantExpired or CallRefusal.GrantSuspended or CallRefusal.GrantEnded
        or CallRefusal.Forbidden or CallRefusal.QuotaUsed or CallRefusal.ItemNotGranted or CallRefusal.UnknownParameter or CallRefusal.OtherValue));

    /// <summary>Its code, in the log and for figures.</summary>
    public static string CodeOf(CallRefusal why) => why switch { CallRefusal.None => "", CallRefusal.Cut => "exchange.answer.cut", CallRefusal.CallerLeft => "exchange.caller.left", _ => Table[why].Code };
}
