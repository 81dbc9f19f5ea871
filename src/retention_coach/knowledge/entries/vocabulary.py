"""The closed lists every knowledge entry draws from.

They are `Literal` types, so that a misspelt code is found by the type checker in code and by validation in
the YAML sources; the tuples beside them are for iteration, in the order in which people read them.
"""

from typing import Literal, get_args

from retention_coach.domain.base import KPI_IDS, TOPICS, KpiId, Method, Topic
from retention_coach.domain.profile import RelationshipModel

__all__ = [
    "HORIZON_PHASES",
    "KPI_IDS",
    "METHODS",
    "OFFERS",
    "RELATIONSHIP_MODELS",
    "SEGMENTS",
    "SEGMENT_LABELS",
    "SIGNALS",
    "STAGES",
    "TOPICS",
    "Channel",
    "HorizonPhase",
    "KpiId",
    "Method",
    "Occasion",
    "Offer",
    "OwnerRole",
    "RelationshipModel",
    "Segment",
    "Signal",
    "SignalKind",
    "Stage",
    "Topic",
]

Signal = Literal[
    # what endangers the relationship
    "slow_response",
    "service_delays",
    "unresolved_complaints",
    "quality_failures",
    "billing_errors",
    "price_pressure",
    "active_competition",
    "low_usage",
    "reduced_contact",
    "key_contact_change",
    "concentration",
    "renewals_due",
    "late_payment",
    "scope_disputes",
    "unseen_value",
    "team_turnover",
    "dormant_customers",
    "seasonal_demand",
    # what the company does not yet do or know
    "weak_onboarding",
    "no_followup",
    "no_crm",
    "no_metrics",
    "unknown_satisfaction",
    "unknown_loss_reasons",
    # what can be built on
    "satisfied_customers",
    "expansion_potential",
    "referral_potential",
]
"""What an answer or a figure may say about a company's customers."""

SignalKind = Literal["risk", "gap", "opportunity"]
Stage = Literal["0-30", "30-90", "90+"]
"""Days since the sale."""

Segment = Literal["vip", "regular", "new", "at_risk"]
HorizonPhase = Literal[1, 2, 3]
"""Months 1-2 (relationship), 3-4 (value) or 5-6 (loyalty and expansion) of a six-month plan."""

Occasion = Literal[
    "renewal_soon",
    "renewal_later",
    "at_risk",
    "preparation",
    "renewal_follow_up",
    "at_risk_follow_up",
    "open_complaints",
    "complaint_register",
]
"""What calls for a play by itself.

A talk with named customers: an agreement that ends within three months or later, a customer who may leave; making such
a talk ready, and what follows it. Or complaints that are open, and the register that keeps them from being lost again.
"""

OwnerRole = Literal[
    "Gerencia general",
    "Ejecutivo de cuenta",
    "Atención al cliente",
    "Operaciones",
    "Cobranzas",
    "Marketing",
    "Ventas",
]
Offer = Literal["goods", "services", "works", "software", "credit"]
"""What a company sells: goods, people's services, works on a site, systems, or credit and deposits."""

Channel = Literal["whatsapp", "email", "call", "visit"]
SIGNALS: tuple[Signal, ...] = get_args(Signal)
METHODS: tuple[Method, ...] = get_args(Method)
OFFERS: tuple[Offer, ...] = get_args(Offer)
STAGES: tuple[Stage, ...] = get_args(Stage)
SEGMENTS: tuple[Segment, ...] = get_args(Segment)
RELATIONSHIP_MODELS: tuple[RelationshipModel, ...] = get_args(RelationshipModel)
HORIZON_PHASES: tuple[HorizonPhase, ...] = get_args(HorizonPhase)

SEGMENT_LABELS: dict[Segment, str] = {
    "vip": "VIP",
    "regular": "habitual",
    "new": "nuevo",
    "at_risk": "en riesgo",
}
"""What follows the words «del segmento» in a sentence."""
