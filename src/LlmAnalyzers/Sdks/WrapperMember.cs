namespace LlmAnalyzers.Sdks;

/// <summary>A constructor or conversion that hands on a value in another type: to a reader the value itself.</summary>
/// <param name="Parameter">Parameter with the value; of a conversion, its operand.</param>
internal sealed record WrapperMember(string Parameter) : MemberMeaning;
