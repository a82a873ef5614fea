using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Web;

/// <summary>The choice by which a form decides. A word that is none of those offered decides nothing: it is not taken for a no.</summary>
public static class FormVerdict
{
    /// <summary>The field.</summary>
    public const string Field = "verdict";

    /// <summary>The refusal of a form that chooses none of these; null when it does.</summary>
    public static Fault? Refusal(IFormCollection form, params ReadOnlySpan<string> offered) =>
        offered.Contains(form[Field].ToString()) ? null : new("form.verdict.required", "请选择结论。", Field);
}
