using Microsoft.AspNetCore.Http;

namespace Qingdan.Records.Rounds.Api;

/// <summary>The notice as it shall be from now on; days yyyy-MM-dd. Tables and units stay.</summary>
/// <param name="Title">名称.</param>
/// <param name="NoticeNumber">通知文号.</param>
/// <param name="NoticeOn">通知日期.</param>
/// <param name="DueOn">报送截止.</param>
/// <param name="Note">What the units are told.</param>
/// <param name="Why">Owed when the day moves.</param>
internal sealed record RoundChange(string Title = "", string NoticeNumber = "", string NoticeOn = "", string DueOn = "", string Note = "", string Why = "")
{
    public RoundInput Input() => new() { Title = Title, NoticeNumber = NoticeNumber, NoticeOn = NoticeOn, DueOn = DueOn, Note = Note };
}

/// <summary>催办.</summary>
/// <param name="Units">The units to remind.</param>
/// <param name="All">Or all that have not handed in.</param>
/// <param name="Note">What they are told.</param>
internal sealed record ReminderOrder(IReadOnlyList<long>? Units = null, bool All = false, string Note = "");

/// <summary>How many units were reminded.</summary>
internal sealed record RemindedAnswer(int Units);

/// <summary>分给处室.</summary>
/// <param name="Office">Its name; one known already gets more.</param>
/// <param name="Contact">Person and telephone.</param>
/// <param name="Ids">The rows.</param>
/// <param name="All">Or all that fit <paramref name="Q"/>.</param>
/// <param name="Q">Words in any cell.</param>
internal sealed record PartOrder(string Office = "", string Contact = "", IReadOnlyList<long>? Ids = null, bool All = false, string? Q = null);

/// <summary>审核.</summary>
/// <param name="Accepts">Into the lists, or back.</param>
/// <param name="Opinion">Owed when it goes back.</param>
internal sealed record DecisionOrder(bool Accepts, string Opinion = "");

/// <summary>应报范围.</summary>
/// <param name="Expected">Whether the unit owes the table.</param>
/// <param name="Why">The reason.</param>
internal sealed record ExpectationOrder(bool Expected, string Why = "");

/// <summary>签批 as a form gives it; describes what is read from the form itself.</summary>
/// <param name="Agrees">Consent, or back with a reason.</param>
/// <param name="Opinion">Owed when it goes back.</param>
/// <param name="Signer">On paper: who signed.</param>
/// <param name="SignedOn">On paper: when.</param>
/// <param name="DocumentNumber">On paper: number of the sheet or the minutes.</param>
/// <param name="CheckCode">On paper: 校验码 as it stands on the sheet.</param>
/// <param name="Scan">On paper: the signed sheet, PDF, JPG or PNG.</param>
internal sealed record SignatureForm(bool Agrees, string? Opinion, string? Signer, DateOnly? SignedOn, string? DocumentNumber, string? CheckCode, IFormFile? Scan);

/// <summary>对应列.</summary>
/// <param name="Columns">Header → key of an element, or <c>reportChange</c> for 较上年; headers that are absent are not read.</param>
internal sealed record ReturnMappingOrder(IReadOnlyDictionary<string, string> Columns);
