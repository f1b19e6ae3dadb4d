"""Feature: records that collect others, and records that are part of others.
How we carry it: only a key of a record's own makes it a part of what it points to; what it collects says nothing of it.
What is approximated: a collection that also has a key here counts as one.
"""

from sqlalchemy import Column, Float, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Talk(Base):
    __tablename__ = "talks"
    id = Column(Integer, primary_key=True)
    lat = Column(Float)
    track = relationship("Track", back_populates="talk")


class Track(Base):
    __tablename__ = "tracks"
    id = Column(Integer, primary_key=True)
    talk_id = Column(ForeignKey("talks.id"))
    talk = relationship("Talk", back_populates="track")


class Point(Base):
    __tablename__ = "points"
    id = Column(Integer, primary_key=True)
    lat = Column(Float)  # expect: PUR301 location.coordinates
    track_id = Column(ForeignKey("tracks.id"))
